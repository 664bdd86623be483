import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'

const Trace = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** By the clock, µs. */
      dur: z.number().optional(),
      /** Processor time of the thread, µs. */
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.unknown() }).partial().optional(),
    }),
  ),
})

/** The longest task of a page's own thread, ms. */
export interface Longest {
  /** For so long nothing typed could be taken up. */
  readonly clock: number
  /** The same in processor time: on a machine that does nothing else, however busy this one is. */
  readonly processor: number
}

/** The longest tasks while something is done, from a trace of it. */
export async function longestTask(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<Longest> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await act()
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString('utf8')))
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(
    ({ name, pid, tid, tdur }) =>
      tdur !== undefined && name.endsWith('RunTask') && main.has(`${pid} ${tid}`),
  )
  if (tasks.length === 0) throw new Error('typing: no task was traced')
  return {
    clock: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    processor: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  }
}
