/** The trainee's desk: call, record, dispatch. One file for each language, since they are long. */
import { en as english } from './deskEn.ts'
import * as preview from './deskPreview.ts'
import { zh as chinese } from './deskZh.ts'

export const zh = { ...chinese, ...preview.zh }
export const en: typeof zh = { ...english, ...preview.en }
