import type { FastifyPluginAsync } from 'fastify'
import { type ArticleFilesOptions, articleFileRoutes } from './article-files.ts'
import { type FilesOptions, fileRoutes } from './files.ts'
import { type GuidePicturesOptions, guidePictureRoutes } from './guide-pictures.ts'

interface EveryFileOptions extends Pick<FilesOptions, 'door' | 'redis' | 'publicUrl'> {
  filing: Pick<FilesOptions, 'files'> & { articleFiles: ArticleFilesOptions['files']; guidePictures: GuidePicturesOptions['pictures'] }
}

/** Files of messages, pictures of guides, and files of articles: where they come in and go out. */
export const everyFile: FastifyPluginAsync<EveryFileOptions> = async (app, { filing, door, redis, publicUrl }) => {
  await app.register(fileRoutes, { files: filing.files, door, redis, publicUrl })
  const usual = { door: door.agent, redis, publicUrl }
  await app.register(guidePictureRoutes, { ...usual, pictures: filing.guidePictures })
  await app.register(articleFileRoutes, { ...usual, files: filing.articleFiles })
}
