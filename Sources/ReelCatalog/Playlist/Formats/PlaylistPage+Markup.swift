extension PlaylistPage {
  /// The body up to its data: what is there before the script runs, in reading order.
  static let markup = #"""
    <body>
    <header>
    <a id="home" class="quiet" hidden>← All reels</a>
    <p class="eyebrow">Your routine</p>
    <h1 id="title"></h1>
    <p id="summary" class="quiet"></p>
    </header>
    <main>
    <section id="player" aria-label="Player">
    <div id="stage">
    <img id="still" alt="" hidden>
    <video id="video" playsinline preload="auto" tabindex="-1" aria-hidden="true" hidden></video>
    <div id="blank" hidden><p>This browser can't play this reel.</p><p><a id="open" target="_blank" rel="noopener">Open it in another player</a></p></div>
    <button id="start" type="button">Start</button>
    </div>
    <div id="now">
    <p id="block" class="eyebrow"></p>
    <h2 id="name"></h2>
    <p id="badges"><span id="side" class="badge" hidden></span><span id="set" class="badge plain" hidden></span></p>
    <p id="cue" hidden></p>
    <div id="dial"><svg viewBox="0 0 120 120" aria-hidden="true"><circle class="track" cx="60" cy="60" r="54"/><circle id="arc" cx="60" cy="60" r="54"/></svg>
    <p id="clock" role="timer" aria-label="Time left"></p></div>
    <div id="controls" role="group" aria-label="Controls">
    <button id="previous" type="button" aria-label="Previous"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 5h2.4v14H6zM20 5v14L9.5 12z"/></svg></button>
    <button id="toggle" type="button" aria-label="Start"><svg viewBox="0 0 24 24" aria-hidden="true"><path id="toggleshape" d="M7 4v16l13-8z"/></svg></button>
    <button id="next" type="button" aria-label="Next"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15.6 5H18v14h-2.4zM4 5l10.500 7L4 19z"/></svg></button>
    <button id="sound" type="button" aria-pressed="true" aria-label="Sound"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9v6h4l5 4V5L8 9z"/><path id="waves" d="M15.500 8.500a5 5 0 0 1 0 7M17.800 5.800a9 9 0 0 1 0 12.400" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linecap="round"/></svg></button>
    </div>
    <p id="upnext"></p>
    </div>
    <div id="bar" role="progressbar" aria-label="Whole routine" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0"><div id="fill"></div></div>
    </section>
    <section id="order" aria-labelledby="ordertitle">
    <h2 id="ordertitle">In order</h2>
    <ol id="list"></ol>
    </section>
    </main>
    <p id="live" class="unseen" aria-live="polite"></p>
    <footer>
    <p class="keys"><kbd>Space</kbd> pause <kbd>←</kbd> <kbd>→</kbd> previous, next <kbd>M</kbd> sound <kbd>F</kbd> full screen</p>
    <p>Move within what is comfortable, and stop if it hurts. This page is not medical advice.</p>
    </footer>
    """#
}
