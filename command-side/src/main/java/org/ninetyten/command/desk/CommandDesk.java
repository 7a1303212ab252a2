package org.ninetyten.command.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.scope.Scopes;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.http.Correlation;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.events.stored.Provenance;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes a command from a controller to its aggregate, with who gave it, and brings the answer back. */
@Component
public final class CommandDesk {

    private final Dispatch dispatch;
    private final Scopes scopes;
    private final HttpServletRequest request;

    CommandDesk(Dispatch dispatch, Scopes scopes, HttpServletRequest request) {
        this.dispatch = dispatch;
        this.scopes = scopes;
        this.request = request;
    }

    /** Who is giving the command being handled. */
    public Actor actor() {
        Caller caller = Callers.current();
        return new Actor(caller.id(), Callers.actingRole(request), caller.officerId());
    }

    /** 200 with {@code {id, version}} and its {@code ETag}. */
    public ResponseEntity<Answer> give(Command command) {
        Answer answer = send(command);
        return ResponseEntity.ok().eTag(VersionTag.of(answer.version())).body(answer);
    }

    /** 201 with {@code Location}, {@code {id, version}} and its {@code ETag}. */
    public ResponseEntity<Answer> create(Command command, String location) {
        return created(send(command), location);
    }

    /** The same for what is made inside an aggregate; {@code Location} is the prefix and the part's own id. */
    public ResponseEntity<Answer> createPart(Command command, String locationPrefix) {
        Answer answer = send(command);
        return created(answer, locationPrefix + answer.part());
    }

    private static ResponseEntity<Answer> created(Answer answer, String location) {
        return ResponseEntity.created(URI.create(location))
                .eTag(VersionTag.of(answer.version()))
                .body(answer);
    }

    private Answer send(Command command) {
        // First what is wrong with the request as such: what it is about must make no difference to that.
        Map<String, String> metaData = metaData();
        String withinUnit = scopes.refuseOutside(command, Callers.scope());
        if (withinUnit != null) {
            metaData.put(Scopes.WITHIN_UNIT, withinUnit);
        }
        return dispatch.send(command, metaData);
    }

    private Map<String, String> metaData() {
        Actor actor = actor();
        Map<String, String> metaData = new HashMap<>();
        metaData.put(Provenance.ACTOR_ID, actor.id());
        metaData.put(Provenance.ACTOR_ROLE, actor.role().name());
        metaData.put(Provenance.CORRELATION_ID, Correlation.of(request));
        metaData.put(Provenance.CAUSATION_ID, Correlation.of(request));
        String expected = expectedVersion(request.getHeader(HttpHeaders.IF_MATCH));
        if (expected != null) {
            metaData.put(EventSourced.EXPECTED_VERSION, expected);
        }
        return metaData;
    }

    private static @Nullable String expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        return String.valueOf(VersionTag.parse(ifMatch));
    }
}
