import { startTransition, useCallback, useEffect, useState } from 'react'
import type { OpenedDraft } from '../storage/drafts/ports.ts'
import { StorageError } from '../storage/ports.ts'
import type { PageProps } from '../ui/services.ts'
import { createChecker } from './checker/client.ts'
import { NOTHING_FOUND } from './checker/findings.ts'
import { startThread } from './checker/thread.ts'
import { openDisk } from './disk/openDisk.ts'
import { Draft } from './draft/draft.ts'
import { editing } from './draft/editing.ts'
import { Value } from './draft/value.ts'
import { type Ground, loadGround } from './ground.ts'
import { PROGRAM } from './program.ts'
import { findingsOf, recallSight, sightOf } from './sight.ts'
import { type Studio, startValues } from './studio.ts'
import { scenarioDifference } from './versions/difference.ts'
import { readParts } from './workbench/parts.tsx'

export type DraftPageState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly studio: Studio }
  | { readonly kind: 'missing' }
  /** Another tab has it. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly why: string }

/** Opens a draft for as long as the page is shown. */
export function useOpenDraft(
  { services, navigate }: PageProps,
  id: string,
): { readonly state: DraftPageState; readonly retry: () => void } {
  const [state, setState] = useState<DraftPageState>({ kind: 'opening' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let gone = tries < 0
    let close: (() => void) | null = null
    setState({ kind: 'opening' })
    openStudio(services, navigate, id).then(
      (opened) => {
        close = opened.close
        if (gone) close()
        // drawn in pieces: the checker's thread gets its first messages only while this one takes a breath
        else startTransition(() => setState({ kind: 'open', studio: opened.studio }))
      },
      (error: unknown) => {
        if (!gone) setState(whyNot(error))
      },
    )
    return () => {
      gone = true
      close?.()
    }
  }, [services, navigate, id, tries])
  return { state, retry: useCallback(() => setTries((n) => n + 1), []) }
}

/** Typing rests for so long before lists of choices are made anew, ms. */
const SETTLED_MS = 300
/** A draft that was seen before is read anew once it is drawn, or after so long, ms. */
const DRAWING_MS = 1500
/** Nothing new was found for so long before what is seen is kept, ms. */
const KEPT_MS = 1000

async function openStudio(
  services: PageProps['services'],
  navigate: PageProps['navigate'],
  id: string,
): Promise<{ readonly studio: Studio; readonly close: () => void }> {
  // they take their time
  const thread = startThread()
  readParts()
  const [{ ground, opened }, sight] = await Promise.all([
    loadAll(services, id),
    recallSight(services.sights, id, PROGRAM),
  ]).catch((error: unknown) => {
    thread.terminate()
    throw error
  })
  const draft = new Draft(opened, services.drafts, services.now)
  const seen = findingsOf(sight, draft.state)
  const checker = createChecker(ground, () => thread, seen ?? NOTHING_FOUND)
  const { disk, close: closeDisk } = openDisk(draft, services)
  const findings = new Value(checker.findings)
  const settled = new Value(checker.findings.lastScenario)
  let settling: ReturnType<typeof setTimeout> | undefined
  const settle = () => settled.set(findings.get().lastScenario)
  const values = startValues(seen && sight ? sight.laidOut : null)
  let checked = -1
  const check = () => {
    const { text, revision } = draft.state
    if (revision === checked) return
    checked = revision
    checker.check(text, revision)
  }
  checker.onResult((found) => {
    findings.set(found)
    const { scenario, lastScenario, report } = found
    if (report) values.isDrawn.set(true)
    clearTimeout(keeping)
    keeping = setTimeout(keep, KEPT_MS)
    if (lastScenario !== settled.get()) {
      clearTimeout(settling)
      settling = setTimeout(settle, settled.get() === null ? 0 : SETTLED_MS)
    }
    if (!scenario) return
    const { name, title } = draft.state.info
    const { zh, en } = scenario.title
    if (name !== scenario.id || title.zh !== zh || title.en !== en)
      draft.rename({ name: scenario.id, title: scenario.title })
  })
  let keeping: ReturnType<typeof setTimeout> | undefined
  let kept = seen && sight?.laidOut ? sight.text : null
  const keep = () => {
    const next = sightOf(PROGRAM, draft.state, findings.get(), values.laidOut.get())
    if (!next || next.text === kept) return
    kept = next.text
    void services.sights.keep(id, next).catch(() => undefined)
  }
  values.isDrawn.subscribe(() => {
    checker.goOn()
    check()
  })
  draft.subscribe(check)
  const late = seen ? setTimeout(check, DRAWING_MS) : undefined
  if (!seen) check()
  return {
    studio: {
      services,
      navigate,
      draft,
      disk,
      checker,
      findings,
      settled,
      ground,
      edit: editing(draft, checker),
      compare: (before, after) => scenarioDifference(checker, before, after),
      goTo: (path) => values.selection.set({ path, by: 'table' }),
      ...values,
    },
    close: () => {
      clearTimeout(settling)
      clearTimeout(late)
      clearTimeout(keeping)
      checker.dispose()
      closeDisk()
      void draft.close()
    },
  }
}

/** What a draft stands on, and the draft itself, which is let go again if that can't be read. */
async function loadAll(
  { content, drafts }: PageProps['services'],
  id: string,
): Promise<{ readonly ground: Ground; readonly opened: OpenedDraft }> {
  const opening = drafts.open(id)
  const letGo = async (error: unknown): Promise<never> => {
    await opening.then(
      () => drafts.release(id),
      () => undefined,
    )
    throw error
  }
  const [ground, opened] = await Promise.all([loadGround(content, drafts).catch(letGo), opening])
  return { ground, opened }
}

function whyNot(error: unknown): DraftPageState {
  if (error instanceof StorageError && error.problem.kind === 'missing') return { kind: 'missing' }
  if (error instanceof StorageError && error.problem.kind === 'second-tab') return { kind: 'busy' }
  return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
}
