import type { PhoneBand } from '../../ui/sound/phoneBand.ts'
import { whenHeard } from './heard.ts'
import { planMurmur } from './murmurPlan.ts'
import { MURMUR_RATE, renderMurmur } from './murmurVoice.ts'
import type { Player } from './player.ts'

/** Room between asking and sounding, so that the start isn't cut. */
const LEAD_S = 0.02

/** The way of speaking by murmur; `band` gives the line, or null where there is no audio. */
export function murmurPlayer(band: () => PhoneBand | null): Player {
  return (line, from, on) => {
    const phone = band()
    if (phone === null || phone.ctx.state !== 'running') {
      on.failed(phone === null ? 'no-audio' : phone.ctx.state, from)
      return { stop() {}, level: () => 0 }
    }
    const { ctx } = phone
    const samples = renderMurmur(planMurmur(line), line.id)
    const buffer = ctx.createBuffer(1, Math.max(1, samples.length), MURMUR_RATE)
    buffer.copyToChannel(samples, 0)
    const source = new AudioBufferSourceNode(ctx, { buffer })
    source.connect(phone.voice)
    const start = ctx.currentTime + LEAD_S
    source.start(start, from * buffer.duration)

    let live = true
    const finish = () => {
      live = false
      forget()
      clearTimeout(late)
      source.disconnect()
    }
    const forget = whenHeard(ctx, start, on.onset, () => {
      finish()
      on.failed(ctx.state, from)
    })
    source.addEventListener('ended', (e) => {
      if (!live) return
      finish()
      on.ended(e.timeStamp)
    })
    // A context that is suspended half-way never ends its sources.
    const late = setTimeout(
      () => {
        if (!live) return
        source.stop()
        finish()
        on.ended(performance.now(), 'timeout')
      },
      (1 - from) * line.ms + 2000,
    )
    return {
      stop() {
        if (!live) return
        finish()
        source.stop()
      },
      level: () => (live ? phone.level() : 0),
    }
  }
}
