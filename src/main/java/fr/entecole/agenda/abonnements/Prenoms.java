package fr.entecole.agenda.abonnements;

import fr.entecole.agenda.Evenement;
import fr.entecole.agenda.Seance;
import fr.entecole.socle.Colonnes;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// First names of pupils, which are left out of titles and places that leave the ENT: those of the classes that an
/// event is for, else of its whole school. A word that happens to be one of them goes too.
///
/// @param par classes and schools, with the first names of their pupils as [#plain]
record Prenoms(Map<UUID, Set<String>> par) {

    private static final int SHORTEST = 3;

    /// A word, with what leads to a name: « avec Zoé », « d’Inès ».
    private static final Pattern WORD = Pattern.compile(
            "(?:(?<!\\p{L})(?:de|avec|pour|à|chez|et)\\s+|(?<!\\p{L})d[’'])?(\\p{L}[\\p{L}\\p{M}]*(?:-\\p{L}[\\p{L}\\p{M}]*)*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// One statement.
    static Prenoms read(JdbcClient jdbc, Collection<UUID> classes, Collection<UUID> ecoles) {
        Map<UUID, Set<String>> par = new HashMap<>();
        jdbc.sql("""
                        select a.classe_id as ou, a.prenom from annuaire.anniversaire a where a.classe_id = any(:classes)
                        union
                        select p.ecole_id, a.prenom
                          from annuaire.present p join annuaire.anniversaire a on a.eleve_id = p.eleve_id
                         where p.ecole_id = any(:ecoles)
                        """)
                .param("classes", classes.toArray(UUID[]::new))
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .query(rs -> {
                    var held = par.computeIfAbsent(Colonnes.uuid(rs, "ou"), _ -> new HashSet<>());
                    var name = plain(rs.getString("prenom").strip().replaceAll("\\s+", "-"));
                    held.add(name);
                    Stream.of(name.split("-"))
                            .filter(part -> part.length() >= SHORTEST)
                            .forEach(held::add);
                });
        return new Prenoms(par);
    }

    Seance without(Seance seance, Collection<UUID> classes) {
        var event = seance.evenement();
        Set<String> names = new HashSet<>();
        (classes.isEmpty() ? Set.of(event.ecoleId()) : classes)
                .forEach(where -> names.addAll(par.getOrDefault(where, Set.of())));
        var titre = without(event.titre(), names);
        var said = new Evenement(
                event.id(),
                event.ecoleId(),
                event.auteurId(),
                event.auteur(),
                event.annee(),
                event.publics(),
                event.genre(),
                titre.isEmpty() ? event.genre().libelle() : titre,
                event.texte(),
                without(event.lieu(), names),
                event.version(),
                event.changeLe());
        return new Seance(
                seance.id(),
                said,
                seance.jour(),
                seance.dernier(),
                seance.debut(),
                seance.fin(),
                seance.numero(),
                seance.changeLe(),
                seance.annuleeLe());
    }

    static String without(String words, Set<String> names) {
        var left = WORD.matcher(words)
                .replaceAll(
                        found -> names.contains(plain(found.group(1))) ? "" : Matcher.quoteReplacement(found.group()));
        return left.equals(words)
                ? words
                : left.replaceAll("\\s+", " ").replaceAll(" (?=[,.)])", "").replaceAll("^[\\s,:·-]+|[\\s,:·-]+$", "");
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
