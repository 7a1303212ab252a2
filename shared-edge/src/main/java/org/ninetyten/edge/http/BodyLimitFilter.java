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

/** No body over 256 KiB, whether its length was announced or not, and none of every type at once. */
final class BodyLimitFilter extends OncePerRequestFilter {

    static final int LIMIT_BYTES = 256 * 1024;

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT_BYTES) {
            problems.bodyTooLarge(request, response);
            return;
        }
        String type = request.getContentType();
        if (type != null && type.contains("*")) {
            // A wildcard is not the type of anything, and Spring takes one here for a fault of the program.
            problems.unsupportedMediaType(request, response);
            return;
        }
        try {
            chain.doFilter(new LimitedRequest(request), response);
        } catch (BodyTooLargeException e) {
            // Read by a filter, so that no controller's advice could answer.
            problems.bodyTooLarge(request, response);
        }
    }

    /** Found while reading a body that did not announce its length. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        BodyTooLargeException() {
            super("The body is over " + LIMIT_BYTES + " bytes");
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream());
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        LimitedStream(ServletInputStream body) {
            this.body = body;
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
            if (read > LIMIT_BYTES) {
                throw new BodyTooLargeException();
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
