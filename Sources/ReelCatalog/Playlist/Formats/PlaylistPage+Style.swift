extension PlaylistPage {
  /// SHA-256 of `style` in base 64, for the page's policy; a test compares.
  static let styleHash = "vuUGhWemAeDLwgdJkREqAICkDcebEHv4X1xyKUIWQsQ="

  /// Calm, large, readable from the floor. Colours reach a contrast of 4.5 to 1 in both schemes.
  static let style = #"""
    :root{color-scheme:light dark;--paper:#f5f3ed;--card:#fffefa;--ink:#1f2d2b;--quiet:#55625f;--line:#d9d6cb;--accent:#0e5f57;--on:#ffffff;--stage:#e7e4da;--left:#0e5f57;--right:#8c4417}
    @media (prefers-color-scheme:dark){:root{--paper:#111817;--card:#1a2322;--ink:#e7eeec;--quiet:#a5b3b0;--line:#2f3b39;--accent:#83d6c9;--on:#0b1413;--stage:#0a0f0e;--left:#83d6c9;--right:#f0b48a}}
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    h1,h2,p,ol{margin:0}
    h1{font-size:clamp(1.6rem,4vw,2.3rem);line-height:1.15;letter-spacing:-.015em}
    header{padding:.25rem 0 1rem}
    .eyebrow{color:var(--quiet);font-size:.9rem;letter-spacing:.02em}
    .quiet,footer{color:var(--quiet)}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    main{display:grid;gap:1.25rem}
    #player{display:grid;background:var(--card);border:1px solid var(--line);border-radius:1.1rem;overflow:hidden}
    #stage{position:relative;display:grid;place-items:center;background:var(--stage);height:min(44vh,26rem);overflow:hidden}
    #stage img,#stage video{grid-area:1/1;width:100%;height:100%;object-fit:contain;min-height:0}
    #blank{grid-area:1/1;align-self:end;z-index:1;width:100%;padding:.7rem 1rem;text-align:center;background:var(--card)}
    a{color:var(--accent);text-underline-offset:.15em}
    #start{position:absolute;z-index:2;padding:.8rem 2.6rem;border:0;border-radius:99rem;background:var(--accent);color:var(--on);font:inherit;font-size:1.35rem;font-weight:600;box-shadow:0 .3rem 1.4rem rgb(0 0 0/.28)}
    #now{display:grid;justify-items:center;align-content:center;gap:.55rem;padding:1rem 1rem 1.25rem;text-align:center}
    #name{font-size:clamp(1.4rem,5vw,1.8rem);line-height:1.15;text-wrap:balance;overflow-wrap:anywhere}
    #badges{display:flex;gap:.5rem;flex-wrap:wrap;justify-content:center}
    .badge{padding:.15rem .95rem;border-radius:99rem;background:var(--left);color:var(--on);font-weight:650;font-size:1.1rem}
    .badge.right{background:var(--right)}
    .badge.plain{background:none;color:var(--ink);box-shadow:inset 0 0 0 1px var(--line);font-weight:500}
    #cue{font-weight:650;color:var(--right)}
    #dial{position:relative;width:clamp(9.5rem,42vw,14rem);aspect-ratio:1}
    #dial svg{width:100%;height:100%;transform:rotate(-90deg)}
    #dial circle{fill:none;stroke:var(--accent);stroke-width:7;stroke-linecap:round;stroke-dasharray:339.292}
    #dial .track{stroke:var(--line)}
    #dial.rest circle:not(.track){stroke:var(--quiet)}
    #clock{position:absolute;inset:0;display:grid;place-items:center;font-size:clamp(3.4rem,15vw,5rem);font-weight:300;font-variant-numeric:tabular-nums;letter-spacing:-.03em}
    #clock.long{font-size:clamp(2.5rem,11vw,3.7rem)}
    #controls{display:flex;align-items:center;gap:.6rem}
    #controls button{display:grid;place-items:center;width:3.25rem;height:3.25rem;padding:0;border:1px solid var(--line);border-radius:50%;background:var(--card);color:var(--ink)}
    #controls #toggle{width:4.5rem;height:4.5rem;border:0;background:var(--accent);color:var(--on)}
    #controls svg{width:1.5rem;height:1.5rem;fill:currentColor}
    #controls #toggle svg{width:2rem;height:2rem}
    #sound[aria-pressed=false] #waves{display:none}
    button{cursor:pointer;touch-action:manipulation}
    :focus-visible{outline:3px solid var(--accent);outline-offset:3px}
    #list :focus-visible{outline-offset:-3px}
    #upnext{color:var(--quiet);min-height:1.5em;overflow-wrap:anywhere}
    #bar{height:.4rem;background:var(--line)}
    #fill{height:100%;width:100%;background:var(--accent);transform:scaleX(0);transform-origin:left}
    #order h2{font-size:1.15rem;padding:0 .25rem .5rem}
    #list{list-style:none;padding:0;background:var(--card);border:1px solid var(--line);border-radius:1.1rem;overflow:hidden}
    #list li+li{border-top:1px solid var(--line)}
    #list button{display:grid;grid-template-columns:3rem 1fr auto;gap:.8rem;align-items:center;width:100%;padding:.45rem .9rem .45rem .45rem;border:0;background:none;color:inherit;font:inherit;text-align:left}
    #list button:hover{background:var(--paper)}
    #list [aria-current]{background:var(--paper);box-shadow:inset .3rem 0 var(--accent)}
    #list .picture{width:3rem;height:3.6rem;border-radius:.5rem;object-fit:cover;background:var(--stage)}
    #list strong{display:block;font-weight:600;overflow-wrap:anywhere}
    #list small{font-size:.92rem;color:var(--quiet)}
    #list time{font-variant-numeric:tabular-nums;color:var(--quiet)}
    #list .done strong{color:var(--quiet);font-weight:500}
    footer{display:grid;gap:.4rem;padding:1.25rem .25rem .5rem;font-size:.95rem}
    kbd{display:inline-block;min-width:1.7em;padding:0 .4em;margin-left:.5em;border:1px solid var(--line);border-radius:.35em;background:var(--card);font:inherit;font-size:.85em;text-align:center}
    kbd:first-child{margin-left:0}
    @media (max-width:55.99rem){header .eyebrow{display:none}header{padding:0 0 .7rem}#stage{height:36vh;min-height:12rem}#now{gap:.45rem;padding:.8rem 1rem 1rem}#dial{width:7.5rem}#clock{font-size:2.9rem}#clock.long{font-size:2.3rem}}
    @media (hover:none){.keys{display:none}}
    @media (min-width:56rem){
    body{padding:1.5rem 2rem}
    main{grid-template-columns:minmax(0,1fr) 23rem;align-items:start}
    #player{grid-template-columns:minmax(0,1fr) minmax(19rem,.85fr);position:sticky;top:1rem}
    #stage{height:min(76vh,42rem)}
    #now{gap:.8rem;padding:1.5rem}
    #bar{grid-column:1/-1}
    #order{max-height:none}
    }
    @media (prefers-reduced-motion:no-preference){#arc{transition:stroke-dashoffset .25s linear}#fill{transition:transform .25s linear}}
    @media (forced-colors:active){#fill{background:Highlight}#dial circle{stroke:Highlight}#dial .track{stroke:GrayText}}
    """#
}
