import type { PhoneBand } from '../../ui/sound/phoneBand.ts'
import { whenHeard } from './heard.ts'
import { leadInto, makeClip, startedAt } from './howls.ts'
import type { Player } from './player.ts'

/** A recording that hasn't loaded after this many ms is given up for this line. */
const LOAD_LIMIT_MS = 1500

/** The way of speaking by recording; fails at once for a line that has none. */
export function clipPlayer(band: () => PhoneBand | null): Player {
  return (line, from, on) => {
    const phone = band()
    const silent = { stop() {}, level: () => 0 }
    if (phone === null || phone.ctx.state !== 'running' || line.clip === undefined) {
      on.failed(line.clip === undefined ? 'no-clip' : (phone?.ctx.state ?? 'no-audio'), from)
      return silent
    }
    const howl = makeClip(line.clip)
    let live = true
    let forget = () => {}
    const finish = () => {
      live = false
      clearTimeout(timer)
      forget()
      howl.unload()
    }
    const fail = (reason: string) => {
      if (!live) return
      finish()
      on.failed(reason, from)
    }
    const timer = setTimeout(() => fail('load'), LOAD_LIMIT_MS)
    howl.on('loaderror', () => fail('load'))
    howl.on('playerror', () => fail('play'))
    howl.on('play', (id) => {
      if (!live) return
      clearTimeout(timer)
      forget = whenHeard(phone.ctx, startedAt(howl, id, phone.ctx), on.onset, () =>
        fail('suspended'),
      )
    })
    howl.on('end', () => {
      if (!live) return
      const at = performance.now()
      finish()
      on.ended(at)
    })
    leadInto(howl, phone.voice)
    howl.play()
    return {
      stop() {
        if (live) finish()
      },
      level: () => (live ? phone.level() : 0),
    }
  }
}
