package org.ninetyten.standalone;

import java.net.URI;
import org.ninetyten.edge.caller.UserProperties;
import org.ninetyten.standalone.demo.OwnAddress;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** What to do next, on the console, once the process is ready. */
class Welcome {

    private final Environment environment;
    private final UserProperties users;

    Welcome(Environment environment, UserProperties users) {
        this.environment = environment;
        this.users = users;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        URI self = OwnAddress.of(environment);
        System.out.printf("""

                Ninety Ten is up: %s
                  API page    %s/swagger-ui.html
                  OpenAPI     %s/v3/api-docs
                  readiness   %s/actuator/health/readiness
                %s  data        %s
                  to stop it  Ctrl-C; the next start goes on where this one ended

                """, self, self, self, self, people(), OwnDatabase.directory(environment));
    }

    private String people() {
        if (users.demo()) {
            return """
                      people      amina and ben (OFFICER), sergeant (SUPERVISOR), comms (COMMS), standards and reviewer
                                  (STANDARDS), auditor (AUDITOR), admin (ADMIN); password ninety-ten-demo.
                                  They are let in from this machine only.
                    """;
        }
        if (!users.serviceUsers().isEmpty()) {
            return "";
        }
        return """
                  people      none yet, so nobody can call. Either start with --ninety-ten.demo=true, or configure a user:
                                --ninety-ten.service-users[0].name=intranet --ninety-ten.service-users[0].roles=COMMS
                                '--ninety-ten.service-users[0].password-hash=…'  (htpasswd -nBC 10 intranet makes one)
                """;
    }
}
