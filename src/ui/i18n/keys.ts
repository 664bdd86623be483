/** The types of translation keys, derived from the namespace files: a wrong key does not compile. */
import type * as common from './common.ts'
import type * as debrief from './debrief.ts'
import type * as desk from './desk.ts'
import type * as errors from './errors.ts'
import type * as review from './review.ts'
import type * as sound from './sound.ts'
import type * as start from './start.ts'
import type * as studio from './studio.ts'

interface Namespaces {
  common: typeof common.zh
  errors: typeof errors.zh
  start: typeof start.zh
  desk: typeof desk.zh
  debrief: typeof debrief.zh
  sound: typeof sound.zh
  studio: typeof studio.zh
  review: typeof review.zh
}

/** i18next picks `key_one` or `key_other` by `count`; callers name `key`. */
type Base<K extends string> = K extends `${infer B}_${'one' | 'other'}` ? B : K

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Base<K> : `${K}.${Leaves<T[K]>}`
}[keyof T & string]

export type Namespace = keyof Namespaces

/** A key inside namespace `N`, nested keys with dots: `'line.hold'`. */
export type KeyOf<N extends Namespace> = Leaves<Namespaces[N]>

/** A key with its namespace: `'desk:line.hold'`. */
export type TextKey = { [N in Namespace]: `${N}:${KeyOf<N>}` }[Namespace]

/** Values for `{{name}}` in a text. */
export type Values = Readonly<Record<string, string | number>>

/** Translates a key of `N` (bare) or of any loaded namespace (`ns:key`). */
export type Translate<N extends Namespace> = (key: KeyOf<N> | TextKey, values?: Values) => string

export type Language = 'zh' | 'en'
