package org.ninetyten.query.transgressions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A notice as a page of HTML or as Markdown, for sending. */
@Component
class NoticeRendering extends AbstractHttpMessageConverter<NoticeLetter> {

    static final String HTML = "text/html";
    static final String MARKDOWN = "text/markdown";

    private static final HtmlRenderer HTML_RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final MarkdownRenderer MARKDOWN_RENDERER =
            MarkdownRenderer.builder().build();

    NoticeRendering() {
        super(
                new MediaType("text", "html", StandardCharsets.UTF_8),
                new MediaType("text", "markdown", StandardCharsets.UTF_8));
    }

    static String html(NoticeLetter notice) {
        return """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s</body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(notice.title()), HTML_RENDERER.render(notice.document()));
    }

    static String markdown(NoticeLetter notice) {
        return MARKDOWN_RENDERER.render(notice.document());
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == NoticeLetter.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected void writeInternal(NoticeLetter notice, HttpOutputMessage output) throws IOException {
        MediaType type = output.getHeaders().getContentType();
        boolean asMarkdown = type != null && type.getSubtype().equals("markdown");
        output.getHeaders()
                .setContentType(new MediaType("text", asMarkdown ? "markdown" : "html", StandardCharsets.UTF_8));
        // Whatever it says, a browser runs and loads nothing of it.
        output.getHeaders().set("Content-Security-Policy", "default-src 'none'");
        output.getBody().write((asMarkdown ? markdown(notice) : html(notice)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected NoticeLetter readInternal(Class<? extends NoticeLetter> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Notices are not read", input);
    }
}
