package org.ninetyten.edge.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body over 256 KiB, or 8 MiB where a whole sheet is sent, whether its length was announced or not; and none of every
 * type at once.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT_BYTES = 256 * 1024;

    private static final int SHEET_LIMIT_BYTES = 8 * 1024 * 1024;
    private static final String SHEETS = "/api/imports";

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = limitOf(request);
        if (request.getContentLengthLong() > limit) {
            problems.bodyTooLarge(request, response, limit);
            return;
        }
        String type = request.getContentType();
        if (type != null && type.contains("*")) {
            // A wildcard is not the type of anything, and Spring takes one here for a fault of the program.
            problems.unsupportedMediaType(request, response);
            return;
        }
        try {
            chain.doFilter(new LimitedRequest(request, limit), response);
        } catch (BodyTooLargeException e) {
            // Read by a filter, so that no controller's advice could answer.
            problems.bodyTooLarge(request, response, limit);
        }
    }

    private static int limitOf(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals(SHEETS)
                ? SHEET_LIMIT_BYTES
                : LIMIT_BYTES;
    }

    /** Found while reading a body that did not announce its length. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        private final int limit;

        BodyTooLargeException(int limit) {
            super("The body is over " + limit + " bytes");
            this.limit = limit;
        }

        int limit() {
            return limit;
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final int limit;

        LimitedRequest(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final int limit;
        private long read;

        LimitedStream(ServletInputStream body, int limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws BodyTooLargeException {
            read += bytes;
            if (read > limit) {
                throw new BodyTooLargeException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
