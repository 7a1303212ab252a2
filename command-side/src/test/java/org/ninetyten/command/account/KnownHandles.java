package org.ninetyten.command.account;

import java.util.HashMap;
import java.util.Map;

/** Handles taken in memory. */
final class KnownHandles implements Handles {

    private final Map<String, String> accountsByHandle = new HashMap<>();

    KnownHandles with(String platform, String handle, String accountId) {
        accountsByHandle.put(key(platform, handle), accountId);
        return this;
    }

    boolean isTaken(String platform, String handle) {
        return accountsByHandle.containsKey(key(platform, handle));
    }

    @Override
    public boolean take(String platform, String handle, String accountId) {
        String earlier = accountsByHandle.putIfAbsent(key(platform, handle), accountId);
        return earlier == null || earlier.equals(accountId);
    }

    @Override
    public void release(String accountId) {
        accountsByHandle.values().remove(accountId);
    }

    private static String key(String platform, String handle) {
        return Handles.key(platform) + " " + Handles.key(handle);
    }
}
