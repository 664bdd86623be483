import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import styles from './CallList.module.css'
import type { BrokenEntry } from './catalogue.ts'

/** Files that can't be played: where, what is wrong, how to mend it. The others are not stopped by them. */
export function BrokenFiles({ files }: { readonly files: readonly BrokenEntry[] }) {
  const t = useT('start')
  const lang = useLanguage()
  if (files.length === 0) return null
  return (
    <section className={styles.broken} aria-labelledby="broken-files">
      <h3 id="broken-files">
        <Icon name="warn" />
        {t('broken.title', { count: files.length })}
      </h3>
      <ul>
        {files.map(({ id, file, problems, count }) => (
          <li key={id}>
            <ul>
              {problems.map(({ code, line, column, message, fix }) => (
                <li key={`${line}:${column}:${code}`}>
                  <code>
                    {file}:{line}:{column} {code}
                  </code>
                  <p>
                    {message[lang]} <span>{fix[lang]}</span>
                  </p>
                </li>
              ))}
              {count > problems.length && (
                <li>
                  <code>{t('broken.more', { count: count - problems.length })}</code>
                  <p>
                    <span>npm run -s scenario -- check {file}</span>
                  </p>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
