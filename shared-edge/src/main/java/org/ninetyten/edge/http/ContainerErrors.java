package org.ninetyten.edge.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container refuses before any controller is reached, such as a malformed URL. */
@Hidden
@RestController
final class ContainerErrors implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        ProblemDetail problem = problem(HttpStatus.resolve(status));
        problem.setProperty("correlationId", Correlation.of(request));
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(@Nullable HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return Problems.nothingHere();
        }
        if (status != null && status.is5xxServerError()) {
            return Problems.problem(500, "internal", "Something went wrong on our side; quote the correlation id.");
        }
        int code = status == null ? 400 : status.value();
        return Problems.problem(code, "malformed", "The request could not be understood.");
    }
}
