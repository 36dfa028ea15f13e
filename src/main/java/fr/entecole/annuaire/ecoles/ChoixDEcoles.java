package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.LectureDesEcoles.Recherche;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which schools someone means: those ticked, those of a search, those whose codes were pasted; and what is known of
/// them together.
@Component
class ChoixDEcoles {

    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;]+");

    private final JdbcClient jdbc;
    private final LectureDesEcoles lecture;

    ChoixDEcoles(JdbcClient jdbc, LectureDesEcoles lecture) {
        this.jdbc = jdbc;
        this.lecture = lecture;
    }

    Choix of(List<UUID> ticked, @Nullable Recherche recherche, String codes) {
        var asked = new LinkedHashSet<>(ticked);
        if (recherche != null) {
            asked.addAll(lecture.ids(recherche));
        }
        var pasted = Arrays.stream(BETWEEN_CODES.split(codes.strip().toUpperCase(Locale.ROOT), -1))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        var inconnus = new ArrayList<>(pasted);
        List<Ligne> lignes = new ArrayList<>();
        List<Ligne> partagees = new ArrayList<>();
        jdbc.sql("""
                        select s.id, s.uai, exists (
                                   select 1 from annuaire.structure x
                                    where x.uai = s.uai and x.genre = 'ECOLE' and x.id <> s.id) as partage,
                               coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune,
                               o.ecole_id is not null as ouverte, fin.motif,
                               (fin.fermee_le at time zone 'Europe/Paris')::date as fermee_le,
                               exists (select 1 from annuaire.equipe q
                                        where q.ecole_id = s.id and q.directeur) as dirigee,
                               (select count(*) from annuaire.eleve e
                                 where e.structure_id = s.id and e.suspendu_le is null) as eleves
                          from annuaire.structure s
                          left join annuaire.commune c on c.insee = s.commune_insee
                          left join annuaire.ouverte o on o.ecole_id = s.id
                          left join lateral (select x.motif, x.fermee_le from annuaire.ouverture x
                                              where x.structure_id = s.id and x.fermee_le is not null
                                              order by x.fermee_le desc limit 1) fin on true
                         where s.genre = 'ECOLE' and (s.id = any(:ids) or s.uai = any(:codes))
                         order by s.uai, s.id
                        """)
                .param("ids", asked.toArray(UUID[]::new))
                .param("codes", pasted.toArray(String[]::new))
                .query(rs -> {
                    var uai = rs.getString("uai");
                    inconnus.remove(uai);
                    (rs.getBoolean("partage") ? partagees : lignes)
                            .add(new Ligne(
                                    Colonnes.uuid(rs, "id"),
                                    uai,
                                    Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                                    rs.getString("commune") == null ? "" : Noms.commune(rs.getString("commune")),
                                    rs.getBoolean("ouverte"),
                                    rs.getInt("eleves"),
                                    rs.getBoolean("dirigee"),
                                    rs.getString("motif"),
                                    rs.getObject("fermee_le", LocalDate.class)));
                });
        var schools = schools(inconnus.stream().map(Collee::letter).toList());
        var collees = pasted.stream()
                .map(code -> new Collee(
                        code,
                        named(code, lignes, partagees),
                        inconnus.contains(code),
                        schools.contains(Collee.letter(code)) ? Collee.letter(code) : ""))
                .toList();
        if (lignes.isEmpty() && partagees.size() == 1) {
            lignes.addAll(partagees);
            partagees.clear();
        }
        return new Choix(List.copyOf(lignes), collees, List.copyOf(partagees), Set.copyOf(ticked));
    }

    /// Those of these codes that are a school's: no other is proposed for one that is wrong.
    private Set<String> schools(List<String> codes) {
        return codes.stream().allMatch(String::isEmpty)
                ? Set.of()
                : Set.copyOf(jdbc.sql(
                                "select distinct uai from annuaire.structure where genre = 'ECOLE' and uai = any(:codes)")
                        .param("codes", codes.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private static String named(String code, List<Ligne> lignes, List<Ligne> partagees) {
        return Stream.concat(lignes.stream(), partagees.stream())
                .filter(ligne -> code.equals(ligne.uai()))
                .findFirst()
                .map(Ligne::nom)
                .orElse("");
    }

    /// @param collees the codes that were pasted, in their order
    /// @param partagees schools that share their code with another: each is opened by itself, so they are left out
    /// @param cochees those ticked one by one, to be asked again
    record Choix(List<Ligne> lignes, List<Collee> collees, List<Ligne> partagees, Set<UUID> cochees) {

        List<UUID> ids() {
            return lignes.stream().map(Ligne::id).toList();
        }

        /// How many pasted codes are no school of the directory: nothing is done before they are mended.
        int inconnus() {
            return (int) collees.stream().filter(Collee::inconnue).count();
        }

        /// Whether the page speaks of one school: the only one that would change, or the only one chosen.
        boolean une(boolean ouvrir) {
            return inconnus() == 0 && (changing(ouvrir) == 1 || lignes.size() == 1);
        }

        int changing(boolean ouvrir) {
            return changed(ouvrir).size();
        }

        List<Ligne> changed(boolean ouvrir) {
            return lignes.stream().filter(l -> l.ouverte() != ouvrir).toList();
        }

        int eleves(boolean ouvrir) {
            return changed(ouvrir).stream().mapToInt(Ligne::eleves).sum();
        }

        /// Those of which something is not right, where they are to be opened.
        List<Ligne> aVerifier() {
            return changed(true).stream().filter(l -> !l.reserves().isEmpty()).toList();
        }
    }

    /// @param nom empty for one that is unknown
    /// @param proposee the school of the directory that was probably meant; empty where there is none
    record Collee(String code, String nom, boolean inconnue, String proposee) {

        private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
        private static final String LETTRES = "ABCDEFGHJKLMNPRSTUVWXYZ";

        /// What is wrong with a code that is no school: its last letter follows from its figures (their rest by 23).
        String faute() {
            var juste = letter(code);
            if (juste.isEmpty()) {
                return t("ce n’est pas un code UAI : il a sept chiffres et une lettre");
            }
            if (juste.equals(code)) {
                return t("cette école n’est pas dans l’annuaire");
            }
            return proposee.isEmpty()
                    ? t("la lettre ne va pas avec ces chiffres : relisez-les")
                    : t("la lettre ne va pas avec ces chiffres : serait-ce {0} ?", proposee);
        }

        /// The same figures with the letter that follows from them; empty for what has not the form of a code.
        static String letter(String code) {
            if (!UAI.matcher(code).matches()) {
                return "";
            }
            var chiffres = code.substring(0, 7);
            return chiffres + LETTRES.charAt(Integer.parseInt(chiffres) % LETTRES.length());
        }
    }

    /// @param dirigee the directory names who directs it
    /// @param motif why it closed last, null when it never did
    record Ligne(
            UUID id,
            @Nullable String uai,
            String nom,
            String commune,
            boolean ouverte,
            int eleves,
            boolean dirigee,
            @Nullable String motif,
            @Nullable LocalDate fermeeLe) {

        /// Within a sentence: "l’école élémentaire Laïque, Castelnau-d’Estrétefonds".
        String enPhrase() {
            var said = nom.startsWith("École ") ? t("l’{0}", "é" + nom.substring(1)) : nom;
            return commune.isEmpty() || nom.contains(commune) ? said : t("{0}, {1}", said, commune);
        }

        /// What is not right where it is to be opened.
        List<String> reserves() {
            List<String> all = new ArrayList<>();
            if (motif != null && fermeeLe != null) {
                all.add(t("Fermée depuis le {0}, avec ce motif : « {1} »", Dates.words(fermeeLe), motif));
            }
            if (!dirigee) {
                all.add(t("L’annuaire ne nomme personne à sa direction : personne n’y remettrait les codes."));
            }
            if (eleves == 0) {
                all.add(t("L’annuaire ne lui donne aucun élève."));
            }
            return all;
        }
    }
}
