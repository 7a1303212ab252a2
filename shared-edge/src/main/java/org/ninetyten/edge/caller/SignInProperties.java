package org.ninetyten.edge.caller;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How whoever guesses passwords is slowed down.
 *
 * @param freePerName how many wrong passwords for one name go without a wait
 * @param freePerAddress how many from one address, which may be that of many people
 * @param firstWait doubled by each further wrong password
 * @param forgottenAfter so long after the last wrong one
 */
@ConfigurationProperties("ninety-ten.sign-in")
record SignInProperties(
        @DefaultValue("5") int freePerName,
        @DefaultValue("30") int freePerAddress,
        @DefaultValue("1s") Duration firstWait,
        @DefaultValue("5m") Duration longestWait,
        @DefaultValue("30m") Duration forgottenAfter) {}
