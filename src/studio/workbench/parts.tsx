import type { ComponentType } from 'react'
import { type Later, later } from '../../ui/app/later.tsx'
import type { KeyOf } from '../../ui/i18n/keys.ts'
import { LanguagesBadge } from '../languages/LanguagesBadge.tsx'
import { ProblemsBadge } from '../problems/ProblemsBadge.tsx'
import { ProofBadge } from '../proof/ProofBadge.tsx'
import { VersionsBadge } from '../versions/VersionsBadge.tsx'
import { VoiceBadge } from '../voice/VoiceBadge.tsx'

/** The parts of the workbench, each read when it is first shown. They share `Studio` and know nothing of each other. */
type Part = Later<object>

/** Left: the call's parts as a list. */
export const Outline: Part = later(() =>
  import('../outline/Outline.tsx').then((part) => part.Outline),
)
/** Middle, left half. */
export const Graph: Part = later(() =>
  import('../graph/GraphView.tsx').then((part) => part.GraphView),
)
/** Middle, right half. */
export const Source: Part = later(() =>
  import('../source/SourceView.tsx').then((part) => part.SourceView),
)
/** Right: the form of what is chosen. */
export const Inspector: Part = later(() =>
  import('../forms/Inspector.tsx').then((part) => part.Inspector),
)

/** Right of all, while it is open. */
export const Guide: Part = later(() =>
  import('../guide/DraftGuide.tsx').then((part) => part.DraftGuide),
)

export interface Tab {
  readonly id: string
  readonly label: KeyOf<'studio'>
  readonly Panel: Part
  /** A short figure beside the label. */
  readonly Badge?: ComponentType
  /** There is much to see: it opens tall. */
  readonly isTall?: boolean
}

/** Below, in this order. */
export const TABS: readonly Tab[] = [
  {
    id: 'problems',
    label: 'problems.tab',
    Panel: later(() => import('../problems/ProblemsPanel.tsx').then((part) => part.ProblemsPanel)),
    Badge: ProblemsBadge,
  },
  {
    id: 'proof',
    label: 'proof.tab',
    Panel: later(() => import('../proof/ProofPanel.tsx').then((part) => part.ProofPanel)),
    Badge: ProofBadge,
  },
  {
    id: 'play',
    label: 'play.tab',
    Panel: later(() => import('../play/PlayPanel.tsx').then((part) => part.PlayPanel)),
  },
  {
    id: 'languages',
    label: 'languages.tab',
    Panel: later(() =>
      import('../languages/LanguagesPanel.tsx').then((part) => part.LanguagesPanel),
    ),
    Badge: LanguagesBadge,
    isTall: true,
  },
  {
    id: 'voice',
    label: 'voice.tab',
    Panel: later(() => import('../voice/VoicePanel.tsx').then((part) => part.VoicePanel)),
    Badge: VoiceBadge,
  },
  {
    id: 'versions',
    label: 'versions.tab',
    Panel: later(() => import('../versions/VersionsPanel.tsx').then((part) => part.VersionsPanel)),
    Badge: VersionsBadge,
  },
]

/** Reads all that is seen first, before it is asked for. */
export function readParts(): void {
  for (const part of [Graph, Outline, Source, Inspector, TABS[0]?.Panel]) part?.read()
}
