package fr.entecole.annuaire.aaf.validation;

import fr.entecole.annuaire.aaf.lecture.Enregistrement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of the directory that one attribute of the feed fills.
///
/// @param colonne the same name in the staging table and in the directory
/// @param type of the staging column
/// @param complement null when the directory has the column; else the SQL that gives the feed's form of it from row `t`
/// @param requis without it a record is refused
public record Champ(
        String colonne,
        String type,
        String attribut,
        @Nullable String complement,
        boolean requis,
        Lecture lecture) {

    interface Lecture {
        /// @return the value as PostgreSQL's COPY text wants it, before escaping; null when there is none
        @Nullable
        String read(Enregistrement enregistrement, String attribut, Signalements signalements);
    }

    static Champ text(String colonne, String attribut) {
        return new Champ(colonne, "text", attribut, null, false, Lectures::text);
    }

    static Champ name(String colonne, String attribut) {
        return new Champ(colonne, "text", attribut, null, false, Lectures::name);
    }

    static Champ read(String colonne, String type, String attribut, Lecture lecture) {
        return new Champ(colonne, type, attribut, null, false, lecture);
    }

    static Champ staged(String colonne, String type, String attribut, String complement, Lecture lecture) {
        return new Champ(colonne, type, attribut, complement, false, lecture);
    }

    Champ required() {
        return new Champ(colonne, type, attribut, complement, true, lecture);
    }

    boolean inDirectory() {
        return complement == null;
    }

    /// A PostgreSQL array literal.
    static String array(List<String> valeurs) {
        var texte = new StringBuilder("{");
        for (var valeur : valeurs) {
            if (texte.length() > 1) {
                texte.append(',');
            }
            texte.append('"')
                    .append(valeur.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return texte.append('}').toString();
    }
}
