package org.ninetyten.edge.page;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Every page names the next one in a {@code Link} header too (RFC 8288): CSV has no other place for it. */
@RestControllerAdvice
public final class NextPageLink implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Paged page && page.nextCursor() != null) {
            response.getHeaders().set(HttpHeaders.LINK, "<" + next(request, page.nextCursor()) + ">; rel=\"next\"");
        }
        return body;
    }

    /** Relative to this server's root, so that it holds behind a proxy. */
    private static String next(ServerHttpRequest request, String cursor) {
        var same = UriComponentsBuilder.fromUri(request.getURI()).build(true);
        return UriComponentsBuilder.newInstance()
                .path(String.valueOf(same.getPath()))
                .queryParams(same.getQueryParams())
                .replaceQueryParam("cursor", cursor)
                .build(true)
                .toUriString();
    }
}
