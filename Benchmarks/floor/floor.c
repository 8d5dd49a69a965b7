// The least that a still costs: the same libraries, in C, in one process, with no check that a stranger's file needs.
//
//   floor --list FILE…       names the files that it can do, each ended by NUL
//   floor PASSES FILE…       does them all, PASSES times after one that is not counted; prints files and CPU ms a file
//
// A file costs: open, no probe, seek to a fifth, one key packet, drain, scale by area into 360x640, JPEG.
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libswscale/swscale.h>
#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <turbojpeg.h>

enum { box_width = 360, box_height = 640, quality = 80, most_packets = 400 };

/// What is kept from file to file.
struct kit {
  AVPacket *packet;
  AVFrame *decoded, *scaled;
  tjhandle compressor;
  unsigned char *jpeg;
};

static int video_stream(AVFormatContext *container) {
  int found = -1;
  for (unsigned index = 0; index < container->nb_streams; index++) {
    AVStream *stream = container->streams[index];
    int is_video = stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
                   !(stream->disposition & AV_DISPOSITION_ATTACHED_PIC);
    if (found < 0 && is_video) {
      found = (int)index;
    } else {
      stream->discard = AVDISCARD_ALL;
    }
  }
  return found;
}

/// Decodes the key frame before a fifth of the video.
static int decode(AVFormatContext *container, AVStream *stream, AVCodecContext *decoder, struct kit *kit) {
  int64_t start = stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time;
  int64_t duration =
    stream->duration > 0 ? stream->duration : av_rescale_q(container->duration, AV_TIME_BASE_Q, stream->time_base);
  if (av_seek_frame(container, stream->index, start + duration / 5, AVSEEK_FLAG_BACKWARD) < 0) return -1;
  for (int count = 0; count < most_packets && av_read_frame(container, kit->packet) >= 0; count++) {
    int fits = kit->packet->stream_index == stream->index && kit->packet->flags & AV_PKT_FLAG_KEY &&
               avcodec_send_packet(decoder, kit->packet) >= 0;
    av_packet_unref(kit->packet);
    if (!fits) continue;
    avcodec_send_packet(decoder, NULL);
    return avcodec_receive_frame(decoder, kit->decoded);
  }
  return -1;
}

static int is_upended(AVStream *stream) {
  size_t size = 0;
  uint8_t *matrix = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
  if (!matrix || size < 9 * sizeof(int32_t)) return 0;
  double angle = fabs(av_display_rotation_get((int32_t *)matrix));
  return angle > 45 && angle < 135;
}

/// Scales into the box, counted as displayed. Leaves the picture lying as it was coded.
static int scale(AVStream *stream, struct kit *kit) {
  AVFrame *from = kit->decoded, *to = kit->scaled;
  int upended = is_upended(stream);
  double factor = fmin(1, fmin((upended ? box_height : box_width) / (double)from->width,
                               (upended ? box_width : box_height) / (double)from->height));
  to->width = (int)fmax(2, round(from->width * factor / 2) * 2);
  to->height = (int)fmax(2, round(from->height * factor / 2) * 2);
  to->format = AV_PIX_FMT_YUVJ420P;
  if (av_frame_get_buffer(to, 0) < 0) return -1;
  struct SwsContext *scaler = sws_getContext(
    from->width, from->height, from->format, to->width, to->height, to->format, SWS_AREA, NULL, NULL, NULL);
  if (!scaler) return -1;
  int rows = sws_scale(
    scaler, (const uint8_t *const *)from->data, from->linesize, 0, from->height, to->data, to->linesize);
  sws_freeContext(scaler);
  return rows == to->height ? 0 : -1;
}

static int compress(struct kit *kit) {
  AVFrame *picture = kit->scaled;
  unsigned long size = tjBufSize(picture->width, picture->height, TJSAMP_420);
  return tjCompressFromYUVPlanes(
    kit->compressor, (const unsigned char **)picture->data, picture->width, picture->linesize, picture->height,
    TJSAMP_420, &kit->jpeg, &size, quality, TJFLAG_NOREALLOC);
}

/// Makes one file's still and throws it away. Returns 0 when there was one.
static int make_still(const char *path, struct kit *kit) {
  AVFormatContext *container = NULL;
  AVCodecContext *decoder = NULL;
  int status = avformat_open_input(&container, path, NULL, NULL);
  if (status < 0) return status;
  status = -1;
  int index = video_stream(container);
  if (index >= 0 && container->streams[index]->codecpar->width > 0) {
    AVStream *stream = container->streams[index];
    const AVCodec *codec = avcodec_find_decoder(stream->codecpar->codec_id);
    decoder = codec ? avcodec_alloc_context3(codec) : NULL;
    if (decoder && avcodec_parameters_to_context(decoder, stream->codecpar) >= 0) {
      decoder->thread_count = 1;
      decoder->skip_loop_filter = AVDISCARD_ALL;
      decoder->pkt_timebase = stream->time_base;
      if (avcodec_open2(decoder, codec, NULL) >= 0 && decode(container, stream, decoder, kit) >= 0 &&
          scale(stream, kit) >= 0)
        status = compress(kit);
    }
  }
  av_frame_unref(kit->decoded);
  av_frame_unref(kit->scaled);
  avcodec_free_context(&decoder);
  avformat_close_input(&container);
  return status;
}

static double cpu_milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: floor --list|PASSES FILE...\n");
    return 64;
  }
  av_log_set_level(AV_LOG_QUIET);
  mallopt(M_MMAP_THRESHOLD, 256 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
  struct kit kit = {.packet = av_packet_alloc(), .decoded = av_frame_alloc(), .scaled = av_frame_alloc(),
                    .compressor = tjInitCompress(), .jpeg = malloc(tjBufSize(box_height, box_height, TJSAMP_420))};
  if (!kit.packet || !kit.decoded || !kit.scaled || !kit.compressor || !kit.jpeg) return 1;

  int lists = strcmp(arguments[1], "--list") == 0;
  int passes = lists ? 0 : atoi(arguments[1]);
  double start = 0;
  for (int pass = 0; pass <= passes; pass++) {
    if (pass == 1) start = cpu_milliseconds();
    for (int index = 2; index < count; index++) {
      int status = make_still(arguments[index], &kit);
      if (lists && status == 0) fwrite(arguments[index], 1, strlen(arguments[index]) + 1, stdout);
      if (!lists && status != 0) {
        fprintf(stderr, "floor: %s: no still\n", arguments[index]);
        return 1;
      }
    }
  }
  int files = count - 2;
  if (!lists) printf("%d %.3f\n", files, (cpu_milliseconds() - start) / passes / files);
  return 0;
}
