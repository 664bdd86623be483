/**
 * Languages and texts. Chinese and English only, both built in: nothing is fetched but our own
 * chunks. `common` and `errors` are always there; a room's namespace is loaded with the room.
 */
import { createInstance } from 'i18next'
import { useMemo, useSyncExternalStore } from 'react'
import { readSetting, writeSetting } from '../settings.ts'
import * as common from './common.ts'
import * as errors from './errors.ts'
import type { Language, Namespace, TextKey, Translate, Values } from './keys.ts'

const SETTING = 'language'

interface Texts {
  readonly zh: object
  readonly en: object
}

const loaders: Record<Namespace, () => Promise<Texts>> = {
  common: async () => common,
  errors: async () => errors,
  start: () => import('./start.ts'),
  desk: () => import('./desk.ts'),
  debrief: () => import('./debrief.ts'),
  sound: () => import('./sound.ts'),
  studio: () => import('./studio.ts'),
  review: () => import('./review.ts'),
}

const engine = createInstance()
void engine.init({
  lng: firstLanguage(),
  fallbackLng: 'zh',
  defaultNS: 'common',
  resources: {
    zh: { common: common.zh, errors: errors.zh },
    en: { common: common.en, errors: errors.en },
  },
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
  returnEmptyString: true,
})
reflect(language())

/** The chosen language, else the browser's, else Chinese. */
function firstLanguage(): Language {
  const stored = readSetting(SETTING)
  if (stored === 'zh' || stored === 'en') return stored
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages
  for (const tag of wanted) {
    if (tag.startsWith('zh')) return 'zh'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh'
}

function reflect(now: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = now === 'zh' ? 'zh-CN' : 'en'
}

/** The language in use now. */
export function language(): Language {
  return engine.language === 'en' ? 'en' : 'zh'
}

/** Switches the whole interface and remembers the choice where the browser lets us. */
export function setLanguage(next: Language): void {
  writeSetting(SETTING, next)
  void engine.changeLanguage(next)
  reflect(next)
}

/** Makes a room's texts available; call before the room renders. Rejects if a chunk can't be read. */
export async function loadNamespaces(names: readonly Namespace[]): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      if (engine.hasResourceBundle('zh', name)) return
      const texts = await loaders[name]()
      engine.addResourceBundle('zh', name, texts.zh)
      engine.addResourceBundle('en', name, texts.en)
    }),
  )
}

/** Translates outside React, in the language of now; the key carries its namespace. */
export function t(key: TextKey, values?: Values): string {
  return engine.t(key, { ...values })
}

function subscribe(changed: () => void): () => void {
  engine.on('languageChanged', changed)
  return () => engine.off('languageChanged', changed)
}

/** The language in use; the component renders again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language, language)
}

/** The translator of one namespace; the component renders again when the language changes. */
export function useT<N extends Namespace>(namespace: N): Translate<N> {
  const now = useLanguage()
  return useMemo(() => {
    const fixed = engine.getFixedT(now, namespace)
    return (key, values) => fixed(key, { ...values })
  }, [now, namespace])
}
