"""Clips that FFmpeg's command encodes: one for each encoder, one for each container and codec that is read."""

import subprocess

# docs/SAFETY.md, section 6, by the names of codecs.
READ_CODECS = {
    "h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "h263", "mpeg2video", "mjpeg", "prores", "flv1", "gif",
}  # fmt: skip

# Every container and codec that is read and that go together: ending, muxer, encoder, size.
CLIPS = [
    ("mp4", "mp4", "libx264", "64x48"), ("mov", "mov", "libx264", "64x48"), ("3gp", "3gp", "h263", "176x144"),
    ("mkv", "matroska", "libx264", "64x48"), ("ts", "mpegts", "libx264", "64x48"), ("flv", "flv", "libx264", "64x48"),
    ("mp4", "mp4", "libx265", "64x64"), ("mkv", "matroska", "libx265", "64x64"), ("webm", "webm", "libvpx", "64x48"),
    ("webm", "webm", "libvpx-vp9", "64x48"), ("mp4", "mp4", "libaom-av1", "64x64"), ("avi", "avi", "mpeg4", "64x48"),
    ("mp4", "mp4", "mpeg4", "64x48"), ("mpg", "mpeg", "mpeg2video", "64x48"), ("ts", "mpegts", "mpeg2video", "64x48"),
    ("avi", "avi", "mjpeg", "64x48"), ("mov", "mov", "mjpeg", "64x48"), ("mov", "mov", "prores_ks", "64x48"),
    ("flv", "flv", "flv", "64x48"), ("gif", "gif", "gif", "64x48"), ("avi", "avi", "h263", "176x144"),
    ("mp4", "mp4 -movflags frag_keyframe+empty_moov", "libx264", "64x48"),
]  # fmt: skip


def ffmpeg(*arguments):
    """Runs ffmpeg; whether it made what it was asked for."""
    command = ["ffmpeg", "-v", "quiet", "-nostdin", "-y", *arguments]
    return subprocess.run(command, stderr=subprocess.DEVNULL, timeout=60, check=False).returncode == 0


def clip(path, muxer, encoder, size, frames=10):
    form, *options = muxer.split()
    source = f"testsrc=size={size}:rate=10"
    return ffmpeg(
        "-f", "lavfi", "-i", source, "-frames:v", str(frames), "-g", "5", "-threads", "1", "-strict", "-2",
        "-fflags", "+bitexact", "-flags:v", "+bitexact", *(["-cpu-used", "8"] if "aom" in encoder else []),
        "-c:v", encoder, *options, "-f", form, str(path),
    )  # fmt: skip


def clips(folder):
    """The clips to mutate, and what could not be made."""
    made, missing = [], []
    for ending, muxer, encoder, size in CLIPS:
        path = folder / f"{encoder}-{muxer.split()[0]}{'-fragments' if ' ' in muxer else ''}.{ending}"
        (made if clip(path, muxer, encoder, size) else missing).append(path)
    return made, missing


def growing(folder):
    """H.264 whose pictures grow on the way, which no header says: to 8192 wide, and beyond what is decoded."""
    small, paths = folder / "small.ts", []
    if not clip(small, "mpegts", "libx264", "64x48"):
        return paths
    for side, name in ((8192, "grow-8k.ts"), (12000, "grow-12k.ts")):
        large = folder / "large.ts"
        source = f"color=size={side}x{side if side > 9000 else 4096}:rate=10"
        if ffmpeg("-f", "lavfi", "-i", source, "-frames:v", "1", "-c:v", "libx264", "-preset", "ultrafast", str(large)):
            (folder / name).write_bytes(small.read_bytes() + large.read_bytes())
            paths.append(folder / name)
            large.unlink()
    small.unlink()
    return paths


def encoders():
    """The names of FFmpeg's video encoders."""
    listing = subprocess.run(["ffmpeg", "-v", "quiet", "-encoders"], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listing.splitlines()]
    return [row[1] for row in rows if len(row) > 1 and row[0].startswith("V") and row[1] != "="]


def one_each(folder):
    """A clip for every encoder that works here, in the first container that takes it: names of files and codecs."""
    made = {}
    for encoder in encoders():
        for ending, muxer in (("mkv", "matroska"), ("mov", "mov"), ("avi", "avi")):
            path = folder / f"{encoder}.{ending}"
            if clip(path, muxer, encoder, "176x144", frames=2) and (name := codec(path)):
                made[path.name] = name
                break
            path.unlink(missing_ok=True)
    return made


def codec(path):
    """FFmpeg's name of the codec in a file; none when FFmpeg does not know its own work again."""
    entry = ["-select_streams", "v:0", "-show_entries", "stream=codec_name", "-of", "default=nokey=1:noprint_wrappers=1"]
    return subprocess.run(["ffprobe", "-v", "quiet", *entry, path], capture_output=True, text=True, check=False).stdout.strip()
