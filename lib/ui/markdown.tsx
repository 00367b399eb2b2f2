import { marked, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';

interface MarkdownProps {
  source: string;
  /** The rank of the page's first heading, so that it fits under the headings around it. */
  top?: 2 | 3 | 4;
}

/**
 * A page in Markdown as elements. Nothing of it reaches the document as HTML: raw HTML stands there as the text it is,
 * and a link leads to the web or nowhere.
 */
export function Markdown({ source, top = 2 }: MarkdownProps) {
  return <div className="flex flex-col gap-3 text-sm text-ink-2">{blocks(marked.lexer(source), top)}</div>;
}

function blocks(tokens: readonly Token[], top: number): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{block(token as Tokens.Generic, top)}</Fragment>);
}

function block(token: Tokens.Generic, top: number): ReactNode {
  switch (token.type) {
    case 'heading': {
      const Heading = `h${Math.min(6, top + (token as Tokens.Heading).depth - 1)}` as 'h2';
      return <Heading className={(token as Tokens.Heading).depth === 1 ? 'text-md font-strong text-ink' : 'mt-2 text-sm font-strong text-ink'}>{inline(token.tokens)}</Heading>;
    }
    case 'paragraph':
      return <p>{inline(token.tokens)}</p>;
    case 'list': {
      const List = (token as Tokens.List).ordered ? 'ol' : 'ul';
      return (
        <List className={`flex flex-col gap-1 pl-5 ${(token as Tokens.List).ordered ? 'list-decimal' : 'list-disc'}`}>
          {(token as Tokens.List).items.map((item, index) => <li key={index}>{blocks(item.tokens, top)}</li>)}
        </List>
      );
    }
    case 'blockquote':
      return <blockquote className="border-l-2 border-line-strong pl-3">{blocks(token.tokens ?? [], top)}</blockquote>;
    case 'code':
      return (
        <pre tabIndex={0} className="max-h-80 overflow-auto rounded-md border border-line bg-sunken p-2.5 font-mono text-2xs whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">{(token as Tokens.Code).text}</pre>
      );
    case 'table':
      return table(token as Tokens.Table);
    case 'hr':
      return <hr className="border-line" />;
    case 'space':
      return null;
    case 'text':
      return token.tokens ? inline(token.tokens) : (token as Tokens.Text).text;
    default:
      return token.raw;
  }
}

function table({ header, rows }: Tokens.Table): ReactNode {
  return (
    <table className="w-full border-collapse text-left text-xs">
      <thead><tr>{header.map((cell, index) => <th key={index} className="border-b border-line-strong py-1 pr-2 font-medium text-ink">{inline(cell.tokens)}</th>)}</tr></thead>
      <tbody>{rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at} className="border-b border-line py-1 pr-2 align-top">{inline(cell.tokens)}</td>)}</tr>)}</tbody>
    </table>
  );
}

function inline(tokens: readonly Token[] | undefined): ReactNode {
  return (tokens ?? []).map((token, index) => <Fragment key={index}>{span(token as Tokens.Generic)}</Fragment>);
}

function span(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong className="font-medium text-ink">{inline(token.tokens)}</strong>;
    case 'em':
      return <em>{inline(token.tokens)}</em>;
    case 'codespan':
      return <code className="rounded-xs bg-sunken px-1 font-mono text-xs text-ink [overflow-wrap:anywhere]">{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'link': {
      const { href } = token as Tokens.Link;
      return /^https?:\/\//.test(href) ? <a href={href} target="_blank" rel="noreferrer" className="text-accent-ink underline">{inline(token.tokens)}</a> : inline(token.tokens);
    }
    case 'escape':
    case 'text':
      return token.tokens ? inline(token.tokens) : (token as Tokens.Text).text;
    default:
      return token.raw;
  }
}
