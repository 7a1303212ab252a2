package org.ninetyten.command.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.bulkimport.ImportKind;
import org.ninetyten.command.bulkimport.SheetKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a force has in sheets about its accounts. */
@Configuration(proxyBeanMethods = false)
class AccountSheets {

    private static final String AUTHORISE = "authorise";

    @Bean
    SheetKind<AccountCommand.Account> sheetOfAccounts() {
        return new SheetKind<>(
                ImportKind.ACCOUNTS,
                "id",
                AccountCommand.Account.class,
                List.of(AUTHORISE),
                AccountSheets::handleTaken,
                AccountSheets::orders);
    }

    private static Optional<String> handleTaken(Map<String, String> cells) {
        String platform = cells.get("platform");
        String handle = cells.get("handle");
        return platform == null || handle == null
                ? Optional.empty()
                : Optional.of(Handles.key(platform) + " " + Handles.key(handle));
    }

    private static List<Command> orders(String id, AccountCommand.Account account, Set<String> ticked, Actor by) {
        List<Command> orders = new ArrayList<>(List.of(new RequestAccount(id, account, by)));
        if (ticked.contains(AUTHORISE)) {
            orders.add(new AuthoriseAccount(id));
        }
        return orders;
    }
}
