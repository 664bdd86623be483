import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { KeyOf } from '../../ui/i18n/keys.ts'
import { LanguagesBadge } from '../languages/LanguagesBadge.tsx'
import { ProblemsBadge } from '../problems/ProblemsBadge.tsx'
import { ProofBadge } from '../proof/ProofBadge.tsx'
import { VersionsBadge } from '../versions/VersionsBadge.tsx'
import { VoiceBadge } from '../voice/VoiceBadge.tsx'

/** The parts of the workbench, each read when it is first shown. They share `Studio` and know nothing of each other. */
type Part = LazyExoticComponent<ComponentType>

/** Left: the call's parts as a list. */
export const Outline: Part = lazy(() =>
  import('../outline/Outline.tsx').then((part) => ({ default: part.Outline })),
)
/** Middle, left half. */
export const Graph: Part = lazy(() =>
  import('../graph/GraphView.tsx').then((part) => ({ default: part.GraphView })),
)
/** Middle, right half. */
export const Source: Part = lazy(() =>
  import('../source/SourceView.tsx').then((part) => ({ default: part.SourceView })),
)
/** Right: the form of what is chosen. */
export const Inspector: Part = lazy(() =>
  import('../forms/Inspector.tsx').then((part) => ({ default: part.Inspector })),
)

/** Right of all, while it is open. */
export const Guide: Part = lazy(() =>
  import('../guide/DraftGuide.tsx').then((part) => ({ default: part.DraftGuide })),
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
    Panel: lazy(() =>
      import('../problems/ProblemsPanel.tsx').then((part) => ({ default: part.ProblemsPanel })),
    ),
    Badge: ProblemsBadge,
  },
  {
    id: 'proof',
    label: 'proof.tab',
    Panel: lazy(() =>
      import('../proof/ProofPanel.tsx').then((part) => ({ default: part.ProofPanel })),
    ),
    Badge: ProofBadge,
  },
  {
    id: 'play',
    label: 'play.tab',
    Panel: lazy(() =>
      import('../play/PlayPanel.tsx').then((part) => ({ default: part.PlayPanel })),
    ),
  },
  {
    id: 'languages',
    label: 'languages.tab',
    Panel: lazy(() =>
      import('../languages/LanguagesPanel.tsx').then((part) => ({ default: part.LanguagesPanel })),
    ),
    Badge: LanguagesBadge,
    isTall: true,
  },
  {
    id: 'voice',
    label: 'voice.tab',
    Panel: lazy(() =>
      import('../voice/VoicePanel.tsx').then((part) => ({ default: part.VoicePanel })),
    ),
    Badge: VoiceBadge,
  },
  {
    id: 'versions',
    label: 'versions.tab',
    Panel: lazy(() =>
      import('../versions/VersionsPanel.tsx').then((part) => ({ default: part.VersionsPanel })),
    ),
    Badge: VersionsBadge,
  },
]
