package org.ninetyten.command.account;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.training;
import static org.ninetyten.command.story.Story.version;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.account.AccountCommand.AddOperator;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.account.AccountCommand.ChangePurpose;
import org.ninetyten.command.account.AccountCommand.CloseAccount;
import org.ninetyten.command.account.AccountCommand.RefuseAccount;
import org.ninetyten.command.account.AccountCommand.ReinstateAccount;
import org.ninetyten.command.account.AccountCommand.RemoveOperator;
import org.ninetyten.command.account.AccountCommand.ReviewAccount;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.account.AccountCommand.TransferAccount;
import org.ninetyten.command.account.PostCommand.CommendPost;
import org.ninetyten.command.account.PostCommand.SamplePosts;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.policy.Significance;

class AccountStatesTest extends OneAccount {

    /** Every state with how the account got there. */
    private static final Map<AccountState, List<AccountEvent>> WAYS = Map.of(
            AccountState.REQUESTED, List.of(ACCOUNT_REQUESTED),
            AccountState.AUTHORISED, List.of(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, SUSPENDED, REINSTATED),
            AccountState.SUSPENDED, List.of(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, SUSPENDED),
            AccountState.REFUSED, List.of(ACCOUNT_REQUESTED, REFUSED),
            AccountState.CLOSED, List.of(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, CLOSED));

    /** Every command that depends on the state, by the last part of its path; what it says was never said before. */
    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("authorisation", new AuthoriseAccount("harbour-x")),
            Map.entry("refusal", new RefuseAccount("harbour-x", reason("another"))),
            Map.entry("suspension", new SuspendAccount("harbour-x", new AccountCommand.Suspension("another", null))),
            Map.entry("reinstatement", new ReinstateAccount("harbour-x", reason("another"))),
            Map.entry("closure", new CloseAccount("harbour-x", reason("another"))),
            Map.entry("operators", new AddOperator("harbour-x", new AccountCommand.Operator("cara", null))),
            Map.entry("operators/{officerId}", new RemoveOperator("harbour-x", "ben")),
            Map.entry(
                    "purpose",
                    new ChangePurpose("harbour-x", new AccountCommand.Purpose("another", "another", "another"))),
            Map.entry("transfer", new TransferAccount("harbour-x", new AccountCommand.Transfer("cara", "another"))),
            Map.entry("reviews", new ReviewAccount("harbour-x", new AccountCommand.Review(TODAY, "another"))),
            Map.entry(
                    "commendations",
                    new CommendPost(
                            "harbour-x",
                            new PostCommand.Commendation("co-1", Instant.parse("2026-05-01T09:30:00Z"), "Kind", null))),
            Map.entry(
                    "dip-samples",
                    new SamplePosts("harbour-x", new PostCommand.DipSample("s-1", TODAY, 1, 1, List.of()))));

    private static final Map<AccountState, List<String>> ALLOWED = Map.of(
            AccountState.REQUESTED, List.of("authorisation", "refusal"),
            AccountState.AUTHORISED,
                    List.of(
                            "suspension",
                            "closure",
                            "operators",
                            "operators/{officerId}",
                            "purpose",
                            "transfer",
                            "reviews",
                            "commendations",
                            "dip-samples"),
            AccountState.SUSPENDED,
                    List.of(
                            "reinstatement",
                            "closure",
                            "operators/{officerId}",
                            "purpose",
                            "transfer",
                            "reviews",
                            "commendations",
                            "dip-samples"),
            AccountState.REFUSED, List.of(),
            AccountState.CLOSED, List.of("commendations", "dip-samples"));

    static Stream<Arguments> everyCommandInAStateThatDoesNotAllowIt() {
        return WAYS.keySet().stream()
                .flatMap(state -> COMMANDS.keySet().stream()
                        .filter(command -> !allowed(state).contains(command))
                        // An account that was authorised was so once: giving that command again is a retry.
                        .filter(command ->
                                !(command.equals("authorisation") && way(state).contains(AUTHORISED)))
                        .map(command -> arguments(state, command)));
    }

    @ParameterizedTest(name = "{1} of an account that is {0}")
    @MethodSource("everyCommandInAStateThatDoesNotAllowIt")
    void whatTheStateDoesNotAllowIsRefusedWithTheStateAndWhatItAllows(AccountState state, String command) {
        known.with(way(state).toArray(AccountEvent[]::new));
        account()
                .given(way(state))
                .when(command(command))
                .expectNoEvents()
                .expectException(Refused.byRule(
                        "not-allowed-in-state", Map.of("state", state.name(), "allowed", allowed(state))));
    }

    static Stream<Arguments> everyCommandInAStateThatAllowsIt() {
        return WAYS.keySet().stream()
                .flatMap(state -> allowed(state).stream().map(command -> arguments(state, command)));
    }

    @ParameterizedTest(name = "{1} of an account that is {0}")
    @MethodSource("everyCommandInAStateThatAllowsIt")
    void whatTheStateAllowsIsDoneOnceAndARetryIsAnsweredAsTheFirstWas(AccountState state, String command) {
        known.with(way(state).toArray(AccountEvent[]::new));
        known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"), acknowledged(1, "2026-01-05"))
                .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                .with(ready("cara"));
        int before = way(state).size();

        account()
                .given(way(state))
                .andGivenCommands(command(command))
                .when(command(command), ifMatch(before))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("harbour-x", before + 1));
    }

    @ParameterizedTest(name = "{1} of an account that is {0}")
    @MethodSource("everyCommandInAStateThatAllowsIt")
    void whatIsAskedOfAnOlderVersionIsRefusedAsStale(AccountState state, String command) {
        known.with(way(state).toArray(AccountEvent[]::new));
        int version = way(state).size();

        account()
                .given(way(state))
                .when(command(command), ifMatch(version + 1))
                .expectNoEvents()
                .expectException(Refused.asStale(version));
    }

    static Set<String> everyCommand() {
        return COMMANDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void nothingIsDoneToAnAccountThatWasNotRequested(String command) {
        account()
                .givenNoPriorActivity()
                .when(command(command))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    private static List<AccountEvent> way(AccountState state) {
        return WAYS.getOrDefault(state, List.of());
    }

    private static List<String> allowed(AccountState state) {
        return ALLOWED.getOrDefault(state, List.of());
    }

    private static Command command(String name) {
        Command command = COMMANDS.get(name);
        if (command == null) {
            throw new IllegalArgumentException(name);
        }
        return command;
    }
}
