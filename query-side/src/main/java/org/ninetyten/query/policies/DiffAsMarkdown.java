package org.ninetyten.query.policies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** A difference for those who ask for {@code text/markdown} (RFC 7763, UTF-8). */
@Component
class DiffAsMarkdown extends AbstractHttpMessageConverter<PolicyDiffView> {

    static final String MEDIA_TYPE = "text/markdown";

    DiffAsMarkdown() {
        super(StandardCharsets.UTF_8, MediaType.TEXT_MARKDOWN);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == PolicyDiffView.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected PolicyDiffView readInternal(Class<? extends PolicyDiffView> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Differences are not read", input);
    }

    @Override
    protected void writeInternal(PolicyDiffView diff, HttpOutputMessage output) throws IOException {
        output.getBody().write(diff.asMarkdown().getBytes(StandardCharsets.UTF_8));
    }
}
