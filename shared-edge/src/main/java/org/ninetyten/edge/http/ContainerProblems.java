package org.ninetyten.edge.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In place of Tomcat's HTML page, for what it refuses before it knows which application is meant. */
final class ContainerProblems extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ContainerProblems.class);

    private final Problems problems;

    ContainerProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        boolean answered = response.getStatus() < 400 || response.getContentWritten() > 0;
        if (answered || !response.setErrorReported()) {
            return;
        }
        try {
            problems.writeOfContainer(request, response);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("The caller was gone before it could be told", e);
        }
    }
}
