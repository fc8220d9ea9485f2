import { createContext } from 'preact'
import type { FilesInChat } from '../client/chat-files.ts'

/** The files of the conversation that is drawn; null where there are none to be had. */
export const FilesOfChat = createContext<FilesInChat | null>(null)
