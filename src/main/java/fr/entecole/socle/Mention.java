package fr.entecole.socle;

/// A fact in three words: an icon, what it is about, and what it says. Labels and counts are made of them.
///
/// @param icone name in the icon set, or nothing where the component draws none
public record Mention(String icone, String libelle, String valeur) {

    /// @param libelle `t("…")` of what is counted, which agrees with the number: `{0, plural, one {élève arrivé} other
    /// {élèves
    ///     arrivés}}`
    /// @param autres what else the words need, from `{1}` on
    public static Mention compte(String libelle, long nombre, Object... autres) {
        var arguments = new Object[autres.length + 1];
        arguments[0] = nombre;
        System.arraycopy(autres, 0, arguments, 1, autres.length);
        return new Mention("", Phrases.fill(libelle, arguments), Phrases.t("{0, number}", nombre));
    }
}
