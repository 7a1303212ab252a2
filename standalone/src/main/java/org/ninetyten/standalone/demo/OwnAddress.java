package org.ninetyten.standalone.demo;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/** Where this process answers, as someone on this machine reaches it. */
public final class OwnAddress {

    private OwnAddress() {}

    /** To be asked only once the web server is up: only then is it known which port it got. */
    public static URI of(Environment environment) {
        String port = environment.getRequiredProperty("local.server.port");
        return URI.create("http://" + host(environment.getProperty("server.address", "")) + ":" + port);
    }

    private static String host(String configured) {
        try {
            InetAddress address = InetAddress.getByName(configured);
            if (address.isAnyLocalAddress() || address.isLoopbackAddress()) {
                return "localhost";
            }
            return configured.contains(":") ? "[" + configured + "]" : configured;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The web server is up on an address that is none: " + configured, e);
        }
    }
}
