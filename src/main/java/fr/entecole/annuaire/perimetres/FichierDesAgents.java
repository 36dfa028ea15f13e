package fr.entecole.annuaire.perimetres;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People of the académie and what they follow, from a table: all of them or none, each fault told with its line. Who
/// is known already under the same function and name keeps their account, and follows what the line says beside.
@Component
class FichierDesAgents {

    private static final int MOST = 2_000;
    private static final int LONGEST = 100;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final Pattern FRENCH = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");

    private final JdbcClient jdbc;
    private final Saisies saisies;
    private final Perimetres perimetres;
    private final Clock clock;

    FichierDesAgents(JdbcClient jdbc, Saisies saisies, Perimetres perimetres, Clock clock) {
        this.jdbc = jdbc;
        this.saisies = saisies;
        this.perimetres = perimetres;
        this.clock = clock;
    }

    /// @param ajoutees people who were not known
    /// @param suivis perimeters that were given
    /// @param faute sentences, each with its line; empty when all was taken
    record Bilan(int ajoutees, int suivis, List<String> fautes, List<UUID> personnes) {}

    /// @param fonction `CONSEILLER`, `DSDEN` or null
    private record Ligne(
            Profil profil,
            @Nullable String fonction,
            @Nullable String civilite,
            String prenom,
            String nom,
            @Nullable String courriel,
            @Nullable String cible,
            LocalDate depuis,
            @Nullable LocalDate fin) {}

    /// Two lines to write over, which would be taken as they are.
    String sample() {
        var circonscription = perimetres.choices().stream()
                .filter(choix -> choix.cible().startsWith("CIRCONSCRIPTION:"))
                .findFirst()
                .map(Perimetres.Choix::mots)
                .orElse("");
        var depuis = DAY.format(LocalDate.now(clock));
        return """
                fonction;civilite;prenom;nom;courriel;circonscription;departement;academie;depuis;fin
                IEN;Mme;Camille;Exemple;camille.exemple@exemple.fr;%s;;;%s;
                assistance;M.;Dominique;Exemple;;;;;%s;
                """.formatted(circonscription, depuis, depuis);
    }

    @Transactional
    Bilan take(String texte) {
        List<String> fautes = new ArrayList<>();
        List<Ligne> lignes = new ArrayList<>();
        var cibles = targets();
        var first = texte.lines().findFirst().orElse("");
        var separator = first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(lower(texte))) {
            for (var row : rows) {
                read(row, cibles, fautes).ifPresent(lignes::add);
            }
        } catch (CsvParseException | IOException e) {
            fautes.add(t("Ce fichier n’est pas un tableau CSV : un guillemet n’est sans doute pas refermé."));
        }
        if (lignes.isEmpty() && fautes.isEmpty()) {
            fautes.add(t("Ce fichier ne contient personne."));
        }
        if (lignes.size() > MOST) {
            fautes.add(t("Ce fichier est trop long : {0, number} personnes au plus.", MOST));
        }
        return fautes.isEmpty() ? write(lignes) : new Bilan(0, 0, fautes, List.of());
    }

    /// The heading alone: names of columns are the same in any case, with or without accents.
    private static String lower(String texte) {
        var plain = texte.startsWith("\ufeff") ? texte.substring(1) : texte;
        int end = plain.indexOf('\n');
        return end < 0 ? key(plain) : key(plain.substring(0, end)) + plain.substring(end);
    }

    private static String key(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .strip()
                .toLowerCase(Locale.FRENCH);
    }

    private Optional<Ligne> read(NamedCsvRecord row, Map<String, String> cibles, List<String> fautes) {
        long line = row.getStartingLineNumber();
        int before = fautes.size();
        Consumer<String> wrong = faute -> fautes.add(t("Ligne {0, number} : {1}", line, faute));
        var fait = fonction(field(row, "fonction"));
        if (fait.isEmpty()) {
            wrong.accept(t("la fonction est IEN, ERUN, conseiller, DSDEN, assistance ou DPO."));
        }
        var prenom = field(row, "prenom");
        var nom = field(row, "nom");
        if (prenom.isEmpty() || nom.isEmpty() || prenom.length() > LONGEST || nom.length() > LONGEST) {
            wrong.accept(t("le prénom ou le nom manque."));
        }
        var depuis = day(field(row, "depuis"), LocalDate.now(clock), wrong);
        var fin = day(field(row, "fin"), null, wrong);
        var cible = target(row, cibles, wrong);
        if (fautes.size() > before) {
            return Optional.empty();
        }
        var profil = fait.getFirst();
        var courriel = field(row, "courriel");
        var civilite = field(row, "civilite");
        return Optional.of(new Ligne(
                Profil.valueOf(profil),
                fait.size() > 1 ? fait.get(1) : null,
                civilite.equals("Mme") || civilite.equals("M.") ? civilite : null,
                prenom,
                nom,
                courriel.isEmpty() ? null : courriel,
                cible,
                depuis == null ? LocalDate.now(clock) : depuis,
                fin));
    }

    /// The profile, and the function where the profile says too little.
    private static List<String> fonction(String typed) {
        var plain = key(typed);
        return switch (plain) {
            case "ien", "inspection", "inspecteur", "inspectrice" -> List.of("IEN");
            case "erun" -> List.of("ERUN");
            case "conseiller", "conseillere", "conseiller pedagogique", "conseillere pedagogique", "cpc" ->
                List.of("ERUN", "CONSEILLER");
            case "dsden" -> List.of("IEN", "DSDEN");
            case "assistance" -> List.of("ASSISTANCE");
            case "dpo", "dpd" -> List.of("DPO");
            default -> List.of();
        };
    }

    private static @Nullable LocalDate day(String typed, @Nullable LocalDate none, Consumer<String> wrong) {
        if (typed.isEmpty()) {
            return none;
        }
        var french = FRENCH.matcher(typed);
        var day =
                french.matches() ? Dates.typed(french.group(1), french.group(2), french.group(3)) : Dates.typed(typed);
        if (day.isEmpty()) {
            wrong.accept(t("« {0} » n’est pas une date : écrivez-la comme 01/09/2026.", typed));
        }
        return day.orElse(null);
    }

    private static @Nullable String target(NamedCsvRecord row, Map<String, String> cibles, Consumer<String> wrong) {
        for (var column : List.of("circonscription", "departement", "academie")) {
            var typed = field(row, column);
            if (!typed.isEmpty()) {
                var cible = cibles.get(column + ":" + key(typed));
                if (cible == null) {
                    wrong.accept(t("« {0} » n’est pas dans l’annuaire.", typed));
                }
                return cible;
            }
        }
        return null;
    }

    /// A circonscription by its code or its name, a département by its number, an académie by its code.
    private Map<String, String> targets() {
        Map<String, String> targets = new HashMap<>();
        for (var choix : perimetres.choices()) {
            var parts = choix.cible().split(":", 2);
            var column = parts[0].toLowerCase(Locale.ROOT);
            targets.put(column + ":" + key(choix.mots()), choix.cible());
            targets.putIfAbsent(
                    column + ":" + key(choix.mots()).replaceFirst("^circonscription *(d[eu]s? )?", ""), choix.cible());
            targets.put(column + ":" + key(parts[1].replaceFirst("^0", "")), choix.cible());
            targets.put(column + ":" + key(parts[1]), choix.cible());
        }
        jdbc.sql("select id::text, uai from annuaire.structure where genre = 'CIRCONSCRIPTION' and uai is not null")
                .query(rs -> {
                    targets.put(
                            "circonscription:" + key(String.valueOf(rs.getString("uai"))),
                            "CIRCONSCRIPTION:" + rs.getString("id"));
                });
        return targets;
    }

    private Bilan write(List<Ligne> lignes) {
        List<UUID> added = new ArrayList<>();
        int suivis = 0;
        for (var ligne : lignes) {
            var known = known(ligne);
            var id = known != null
                    ? known
                    : saisies.addAgent(new Saisies.Agent(
                            ligne.profil(),
                            ligne.civilite(),
                            ligne.prenom(),
                            ligne.nom(),
                            ligne.courriel(),
                            null,
                            null,
                            ligne.fin(),
                            ligne.fonction()));
            if (known == null) {
                added.add(id);
            }
            if (ligne.cible() != null && perimetres.give(id, ligne.cible(), ligne.depuis(), null)) {
                suivis++;
            }
        }
        return new Bilan(added.size(), suivis, List.of(), added);
    }

    private @Nullable UUID known(Ligne ligne) {
        return jdbc.sql("""
                        select id from annuaire.agent
                         where profil = :profil and fonction is not distinct from :fonction and retire_le is null
                           and annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)
                         order by id limit 1
                        """)
                .param("profil", ligne.profil().name())
                .param("fonction", ligne.fonction())
                .param("prenom", ligne.prenom())
                .param("nom", ligne.nom())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
