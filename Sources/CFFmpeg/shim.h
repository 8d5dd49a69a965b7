// FFmpeg's headers, and the macros that Swift's importer drops.
#pragma once
#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
#include <libavutil/mem.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libavutil/sha.h>
#include <libswscale/swscale.h>

static const int HR_ERROR_EOF = AVERROR_EOF;
static const int HR_ERROR_EXIT = AVERROR_EXIT;
static const int HR_ERROR_AGAIN = AVERROR(EAGAIN);
static const int HR_ERROR_IO = AVERROR(EIO);
static const int HR_ERROR_DENIED = AVERROR(EACCES);
static const int HR_ERROR_NO_MEMORY = AVERROR(ENOMEM);
static const int64_t HR_NO_PTS = AV_NOPTS_VALUE;
static const AVRational HR_TIME_BASE = {1, AV_TIME_BASE};
static const AVRational HR_MILLISECONDS = {1, 1000};
