package fr.entecole.socle;

/// What a person typed, as a pattern of SQL's `like` that takes each of its characters for itself.
public final class Like {

    private Like() {}

    /// What begins with it.
    public static String start(String typed) {
        return literal(typed) + "%";
    }

    /// What has it somewhere.
    public static String anywhere(String typed) {
        return "%" + literal(typed) + "%";
    }

    private static String literal(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
