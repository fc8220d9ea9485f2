import type { AttachedFile } from '../../../shared/files.ts'
import { refuse } from '../../../shared/refusal.ts'
import { type Bytes, type FilePorts, factsOf, type Portion } from '../files.ts'
import { shelve } from '../shelving.ts'
import type { ArticleReach } from './articles.ts'

/** A file that lies beside an article. */
export interface ArticleFile extends AttachedFile {
  /** Its name in the folder. */
  stored: string
  article: string
}

export interface ArticleFileRows {
  /** Whether he may write the article, so that it gets a file. */
  mayWrite(reach: ArticleReach, article: string): Promise<boolean>
  /** For those who may write the article; and where its published text shows it, for those who may read that. Null where it is neither. */
  find(reach: ArticleReach | null, id: string, now: Date): Promise<ArticleFile | null>
  /** Keeps what is known of it; false where the id is taken. */
  add(file: ArticleFile, person: string, at: Date): Promise<boolean>
  /** How many lie beside the article, and how many bytes he has sent since then. */
  tally(article: string, person: string, since: Date): Promise<{ files: number; bytes: number }>
}

/** Where a file is to lie, under an id that its sender chose. */
export interface ArrivingArticleFile {
  id: string
  article: string
  name: string
}

export type ArticleFiles = ReturnType<typeof createArticleFiles>

type Ports = Pick<FilePorts, 'shelf' | 'examine' | 'mostBytes' | 'now' | 'newId'> & { rows: ArticleFileRows }

const mostBeside = 50
/** In an hour, somebody may send as much as so many files of the largest size. */
const hourly = 30
const hour = 3_600_000

/** Files of articles on their way in and out: who writes an article adds them, who may read it may have them. */
export function createArticleFiles({ rows, mostBytes, now, ...ports }: Ports) {
  return {
    mostBytes,

    async take(reach: ArticleReach, arriving: ArrivingArticleFile, body: Bytes): Promise<AttachedFile> {
      if (!(await rows.mayWrite(reach, arriving.article))) refuse('not-found')
      const known = await rows.find(reach, arriving.id, now())
      if (known) return known.article === arriving.article ? factsOf(known) : refuse('not-found')
      const { files, bytes } = await rows.tally(arriving.article, reach.agent, new Date(now().getTime() - hour))
      if (files >= mostBeside || bytes >= hourly * mostBytes) refuse('too-many-files')
      const kept = await shelve(ports, { name: arriving.name, body, mostBytes }, (file) =>
        rows.add({ ...arriving, ...file }, reach.agent, now()),
      )
      return kept ? factsOf({ ...kept, id: arriving.id }) : refuse('not-found')
    },

    /** For whoever may have it; to others it does not exist. */
    async open(reach: ArticleReach | null, id: string, what: Portion = 'whole') {
      const file = (await rows.find(reach, id, now())) ?? refuse('not-found')
      return { file: factsOf(file), ...((await ports.shelf.open(file.stored, what)) ?? refuse('not-found')) }
    },
  }
}
