import { type Block, blocksOf, type Span } from '../../shared/markdown.ts'
import type { ArticleHit, ArticlePage } from '../../shared/protocol/article.ts'
import type { ArticleListing } from '../desk/knowledge/articles.ts'
import { type KnowledgeLanguage, type KnowledgeWords, knowledgeWords } from '../desk/knowledge/knowledge-words.ts'
import { type Html, html } from './html.ts'

/** Around a page: in which language it speaks, and what the desk is called. */
export interface Around {
  language: KnowledgeLanguage
  desk: string
}

/** All articles, the reader's language first; of very many only so many stand there. */
export function listPage(around: Around, { listed, isCut }: { listed: readonly ArticleListing[]; isCut: boolean }): string {
  const words = knowledgeWords[around.language]
  const languages = [...new Set([around.language, 'en', 'de'])]
  const groups = [
    ...languages.map((one) => ({ name: words.languages[one], of: listed.filter(({ language }) => language === one) })),
    { name: words.others, of: listed.filter(({ language }) => !languages.includes(language)) },
  ].filter(({ of }) => of.length > 0)
  return page(around, words.title, [
    html`<h1>${words.title}</h1>`,
    searchField(words, ''),
    listed.length === 0 ? html`<p>${words.noneYet}</p>` : null,
    isCut ? html`<p>${words.first(listed.length)}</p>` : null,
    ...groups.map(
      ({ name, of }) => html`<section>${groups.length > 1 ? html`<h2>${name ?? ''}</h2>` : null}<ul>${of.map(linked)}</ul></section>`,
    ),
  ])
}

/** What was found by these words. */
export function foundPage(around: Around, typed: string, hits: readonly ArticleHit[]): string {
  const words = knowledgeWords[around.language]
  const result = ({ slug, title, language, excerpt }: ArticleHit) =>
    html`<li lang="${language}"><a href="/knowledge/${slug}">${title}</a><p>${excerpt.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}</p></li>`
  return page(around, words.found(typed), [
    html`<h1>${words.found(typed)}</h1>`,
    searchField(words, typed),
    hits.length > 0 ? html`<ul class="found">${hits.map(result)}</ul>` : html`<p>${words.none}</p>`,
    toAll(words),
  ])
}

/** What a reader said of an article; null as long as he said nothing. */
export type Said = 'yes' | 'no' | null

/** One article, and whether it helped. */
export function articlePage(around: Around, { slug, title, language, body, publishedAt }: ArticlePage, said: Said): string {
  const words = knowledgeWords[around.language]
  const day = new Date(publishedAt).toLocaleDateString(around.language === 'en' ? 'en-GB' : around.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return page(around, title, [
    toAll(words),
    html`<article lang="${language}"><h1>${title}</h1><p class="about" lang="${around.language}">${words.published(day)}</p><div class="article-text">${blocksOf(body).map(drawn)}</div></article>`,
    answerForm(words, slug, said),
    searchField(words, ''),
  ])
}

/** The same for what is not there, no longer there, and not meant for everybody. */
export function missingPage(around: Around): string {
  const words = knowledgeWords[around.language]
  const text = html`<p>${words.missingText}</p>`
  return page(around, words.missing, [html`<h1>${words.missing}</h1>`, text, searchField(words, ''), toAll(words)])
}

/** Instead of a page that cannot be had now. */
export function laterPage(around: Around, why: 'tooFast' | 'away'): string {
  const words = knowledgeWords[around.language]
  return page(around, words[why], [html`<h1>${words[why]}</h1>`, html`<p>${words[`${why}Text`]}</p>`])
}

function answerForm(words: KnowledgeWords, slug: string, said: Said): Html {
  const button = (value: 'yes' | 'no', text: string) =>
    said === value ? null : html`<button name="helped" value="${value}">${text}</button>`
  const heard = said ? html`<p id="said" role="status" tabindex="-1">${said === 'yes' ? words.thanks : words.sorry}</p>` : null
  return html`<form class="helped" method="post" action="/knowledge/${slug}/answer">${heard}<p>${said ? words.changed : words.helps}</p><div>${button('yes', words.helped)}${button('no', words.didNotHelp)}</div></form>`
}

const linked = ({ slug, title, language }: ArticleListing) => html`<li lang="${language}"><a href="/knowledge/${slug}">${title}</a></li>`

const toAll = (words: KnowledgeWords) => html`<p class="all"><a href="/knowledge">${words.all}</a></p>`

const searchField = ({ searchLabel, search }: KnowledgeWords, typed: string) =>
  html`<search><form action="/knowledge"><label for="q">${searchLabel}</label><div><input id="q" name="q" type="search" maxlength="200" value="${typed}"><button>${search}</button></div></form></search>`

function page({ language, desk }: Around, title: string, content: (Html | null)[]): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${desk}</title>
<link rel="stylesheet" href="/knowledge/page.css">
<link rel="stylesheet" href="/widget/look.css">
</head>
<body>
<header><a href="/knowledge">${desk}</a></header>
<main>
${content}
</main>
</body>
</html>
`.markup
}

function drawn(block: Block): Html {
  switch (block.kind) {
    case 'code':
      return html`<pre>${block.text}</pre>`
    case 'paragraph':
      return html`<p>${lines(block.lines)}</p>`
    case 'quote':
      return html`<blockquote>${lines(block.lines)}</blockquote>`
    case 'rule':
      return html`<hr>`
    case 'picture':
      return html`<p><img src="/knowledge/files/${block.file}" alt="${block.alt}" loading="lazy"></p>`
    case 'heading':
      return heading(Math.min(6, block.level + 1), spans(block.spans))
    case 'list': {
      const items = block.items.map((item) => html`<li>${spans(item)}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
  }
}

const heading = (level: number, text: Html[]) => html`<h${level}>${text}</h${level}>`

const lines = (all: Span[][]) => all.map((line, at) => [at > 0 ? html`<br>` : null, ...spans(line)])

const spans = (all: Span[]) => all.map(drawnSpan)

function drawnSpan({ text, as, href, file }: Span): Html {
  if (file) return html`<a href="/knowledge/files/${file}">${text}</a>`
  if (href) return html`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`
  if (as === 'strong') return html`<strong>${text}</strong>`
  if (as === 'em') return html`<em>${text}</em>`
  return as === 'code' ? html`<code>${text}</code>` : html`${text}`
}
