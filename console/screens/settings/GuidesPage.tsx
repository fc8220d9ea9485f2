import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { GuideContent } from '../../../shared/guide.ts'
import type { GuideAnswers, GuideRow } from '../../../shared/protocol/guide.ts'
import { written } from '../../../shared/ui/times.ts'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import { guideToOpen } from '../../models/guide-to-open.ts'
import { noGuide } from '../../models/guide-writing.ts'
import { spoken } from '../../models/language.ts'
import { nameAtDesk } from '../../models/names.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { languageName } from '../knowledge/ArticleFilters.tsx'
import { GuideFromFile } from './GuideFile.tsx'
import { GuidePage } from './GuidePage.tsx'

/** What is being written: a guide that is there, or a new one; one out of a file has its id, as its pictures are at the desk by then. */
type Open = { guide: string } | { content: GuideContent; id?: string } | null

/** Help in steps, as it is written. */
export function GuidesPage({ session }: { session: Session }) {
  const [open, setOpen] = useState<Open>(takeToOpen)
  const language = spoken.value === 'de' ? 'de' : 'en'
  if (open && 'guide' in open) return <GuidePage key={open.guide} session={session} guide={open.guide} onClose={() => setOpen(null)} />
  if (open) return <GuidePage key={open.id ?? 'new'} session={session} {...open} onClose={() => setOpen(null)} />
  return (
    <List
      session={session}
      edit={(guide) => setOpen({ guide })}
      begin={() => setOpen({ content: noGuide(language) })}
      go={(id, content) => setOpen({ id, content })}
    />
  )
}

/** What was just begun elsewhere, once. */
function takeToOpen(): Open {
  const guide = guideToOpen.peek()
  guideToOpen.value = null
  return guide ? { guide } : null
}

interface ListProps {
  session: Session
  edit: (guide: string) => void
  begin: () => void
  /** Goes on with what was read out of a file. */
  go: (id: string, content: GuideContent) => void
}

function List({ session, edit, begin, go }: ListProps) {
  const asked = useAsked(session.connection, 'guides:list', {})
  const { answer: overview } = useAsked(session.connection, 'guides:overview', {})
  return (
    <>
      <header class="page-head">
        <h2>{words.settings.pages.guides}</h2>
        <div class="buttons">
          <GuideFromFile session={session} onRead={go} />
          <button type="button" class="button primary" onClick={begin}>
            <Plus aria-hidden="true" />
            {laterWords.guides.add}
          </button>
        </div>
      </header>
      <p class="hint">{laterWords.guides.hint}</p>
      <Loading from={asked}>
        {({ guides }) =>
          guides.length === 0 ? (
            <p class="empty">{laterWords.guides.none}</p>
          ) : (
            <div class="table-room">
              <table class="stacks">
                <thead>
                  <tr>
                    <th scope="col">{laterWords.guides.name}</th>
                    <th scope="col">{laterWords.guides.state}</th>
                    <th scope="col">{laterWords.guides.language}</th>
                    <th scope="col">{laterWords.guides.owner}</th>
                    <th scope="col">{laterWords.guides.reviewOn}</th>
                    {overview && (
                      <>
                        <th scope="col" title={laterWords.guides.figures(overview.days)}>
                          {laterWords.guides.begun}
                        </th>
                        <th scope="col">{laterWords.guides.solved}</th>
                        <th scope="col">{laterWords.guides.left}</th>
                        <th scope="col">{laterWords.guides.halfTook}</th>
                      </>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {guides.map((one) => (
                    <Row key={one.id} one={one} overview={overview} session={session} edit={edit} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loading>
    </>
  )
}

interface RowProps {
  one: GuideRow
  overview: GuideAnswers['guides:overview'] | null
  session: Session
  edit: (guide: string) => void
}

function Row({ one, overview, session, edit }: RowProps) {
  const inShort = overview?.guides.find(({ guide }) => guide === one.id)
  return (
    <tr>
      <td class="wrap">
        <button type="button" class="link" onClick={() => edit(one.id)}>
          {one.name}
        </button>{' '}
        <small>{laterWords.guides.steps(one.steps)}</small>
      </td>
      <td data-label={laterWords.guides.state}>{stateOf(one)}</td>
      <td data-label={laterWords.guides.language}>{languageName(one.language)}</td>
      <td data-label={laterWords.guides.owner}>{one.owner ? nameAtDesk(session.desk, one.owner) : laterWords.guides.nobody}</td>
      <td data-label={laterWords.guides.reviewOn}>
        {one.reviewOn && written(`${one.reviewOn}T12:00`, { dateStyle: 'medium' })}{' '}
        {isDue(one) && <span class="badge">{laterWords.guides.isDue}</span>}
      </td>
      {overview && (
        <>
          <td class="num" data-label={laterWords.guides.begun}>
            {inShort?.begun ?? 0}
          </td>
          <td class="num" data-label={laterWords.guides.solved}>
            {inShort?.solved ?? 0}
          </td>
          <td class="num" data-label={laterWords.guides.left}>
            {inShort?.givenUp ?? 0}
          </td>
          <td class="num" data-label={laterWords.guides.halfTook}>
            {inShort?.minutes ?? '–'}
          </td>
        </>
      )}
    </tr>
  )
}

function stateOf({ edition, isChanged }: GuideRow) {
  if (edition === null) return laterWords.guides.draft
  return isChanged ? laterWords.guides.changed(edition) : laterWords.guides.edition(edition)
}

const isDue = ({ reviewOn }: GuideRow) => reviewOn !== null && reviewOn <= new Date().toISOString().slice(0, 10)
