package org.ninetyten.command.running;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** An answer over HTTP. */
public record Reply(int status, String body, HttpHeaders headers) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.body(), response.headers());
    }

    /** The {@code code} of a problem. */
    public String code() {
        return JsonPath.read(body, "$.code");
    }

    /** Where a problem's violations point into the body. */
    public List<String> pointers() {
        return JsonPath.read(body, "$.violations[*].pointer");
    }

    public List<String> parameters() {
        return JsonPath.read(body, "$.violations[*].parameter");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
