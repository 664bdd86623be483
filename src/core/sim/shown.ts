import { draw } from '../scenario/hash.ts'
import type { Rolled } from '../scenario/roll.ts'
import type { Atlas, Point } from './atlas.ts'

/** What the system itself shows of the caller's place: a pin that may be off, or a cell sector with its radius. */
export interface Shown {
  readonly pin: Point | null
  readonly sector: { readonly x: number; readonly y: number; readonly radius: number } | null
  /** The better of the two, for sending somebody before the place is known. */
  readonly point: Point | null
}

export function systemShows({ scenario, seed }: Rolled, atlas: Atlas): Shown {
  const { shows } = scenario.caller
  const at = shows.pin ? atlas.place(shows.pin.at) : undefined
  const pin = at && shows.pin ? { x: at.x + shows.pin.off[0], y: at.y + shows.pin.off[1] } : null
  const around = shows.sector ? atlas.place(shows.sector.around) : undefined
  const sector = around && shows.sector ? mast(around, shows.sector.radius, seed) : null
  return { pin, sector, point: pin ?? (sector ? { x: sector.x, y: sector.y } : null) }
}

/** A sector's centre is a mast, not the caller: a third to half a radius away along each axis, drawn by the seed. */
function mast(
  truth: Point,
  radius: number,
  seed: string,
): { x: number; y: number; radius: number } {
  const least = Math.floor(radius / 3)
  const shift = (name: string): number => {
    const metres = least + draw(seed, `${name}/metres`, Math.floor(radius / 2) - least + 1)
    return draw(seed, `${name}/side`, 2) === 0 ? metres : -metres
  }
  return { x: truth.x + shift('sector/x'), y: truth.y + shift('sector/y'), radius }
}
