package fr.entecole.annuaire.doublons;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.aaf.MotsDesLots;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Like;
import fr.entecole.socle.web.Option;
import fr.entecole.socle.web.Tranche;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pairs of the whole region, by académie and by code of the school, a page at a time.
@Component
class LectureDesRessemblances {

    private static final int PAGE = 30;

    private static final String MOTS = """
             and (r.uai ilike :debut
                  or exists (select 1 from annuaire.structure s
                               left join annuaire.commune c on c.insee = s.commune_insee
                              where s.id = r.ecole_id and (s.nom_courant ilike :partout or s.nom_usage ilike :partout
                                                           or c.nom ilike :debut)))
            """;

    private final JdbcClient jdbc;
    private final Appellations appellations;

    LectureDesRessemblances(JdbcClient jdbc, Appellations appellations) {
        this.jdbc = jdbc;
        this.appellations = appellations;
    }

    /// The académies of which there are some.
    List<Option> academies() {
        return jdbc.sql("select distinct academie from annuaire.ressemblance order by 1")
                .query((rs, _) -> {
                    var code = rs.getString("academie");
                    return new Option(code, MotsDesLots.academie(code));
                })
                .list();
    }

    private record Deux(
            String academie, String uai, UUID ecole, Nature nature, UUID un, UUID autre, List<String> signes) {

        String cle() {
            return academie + "." + uai + "." + un + "." + autre;
        }
    }

    /// What has been decided since the night is left out. Three statements.
    ///
    /// @param academie empty for all of them
    /// @param mots the start of a code or of a commune, a part of the name of a school; empty for all of them
    /// @param apres key of the last one of the page before
    Tranche<Ressemblance> page(String academie, String mots, String apres) {
        return Tranche.read(PAGE, most -> read(academie, mots, apres, most), Deux::cle)
                .map(this::named);
    }

    private List<Deux> read(String academie, String mots, String apres, int most) {
        var last = apres.split("\\.", -1);
        boolean begun = last.length == 4 && uuid(last[2]) && uuid(last[3]);
        var statement = jdbc.sql("""
                        select r.academie, r.uai, r.ecole_id, r.nature, r.un, r.autre, r.signes
                          from annuaire.ressemblance r
                         where (r.academie, r.uai, r.un, r.autre) > (:deAcademie, :deUai, :deUn, :deAutre) %s %s
                           and not exists (select 1 from annuaire.reunion u
                                            where u.annulee_le is null and u.garde_id in (r.un, r.autre)
                                              and u.autre_id in (r.un, r.autre))
                         order by r.academie, r.uai, r.un, r.autre limit :most
                        """.formatted(
                                academie.isEmpty() ? "" : "and r.academie = :academie", mots.isEmpty() ? "" : MOTS))
                .param("deAcademie", begun ? last[0] : "")
                .param("deUai", begun ? last[1] : "")
                .param("deUn", begun ? UUID.fromString(last[2]) : Cle.PARTOUT)
                .param("deAutre", begun ? UUID.fromString(last[3]) : Cle.PARTOUT)
                .param("most", most);
        if (!academie.isEmpty()) {
            statement = statement.param("academie", academie);
        }
        if (!mots.isEmpty()) {
            statement = statement.param("debut", Like.start(mots)).param("partout", Like.anywhere(mots));
        }
        return statement
                .query((rs, _) -> new Deux(
                        String.valueOf(rs.getString("academie")),
                        String.valueOf(rs.getString("uai")),
                        Colonnes.uuid(rs, "ecole_id"),
                        Nature.valueOf(rs.getString("nature")),
                        Colonnes.uuid(rs, "un"),
                        Colonnes.uuid(rs, "autre"),
                        Colonnes.strings(rs, "signes")))
                .list();
    }

    private static boolean uuid(String word) {
        return word.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private List<Ressemblance> named(List<Deux> pairs) {
        var people = appellations.personnes(pairs.stream()
                .flatMap(pair -> Stream.of(pair.un(), pair.autre()))
                .distinct()
                .toList());
        var schools =
                appellations.ecoles(pairs.stream().map(Deux::ecole).distinct().toList());
        return pairs.stream()
                .map(pair -> new Ressemblance(
                        pair.ecole(),
                        schools.getOrDefault(pair.ecole(), ""),
                        pair.uai(),
                        pair.nature(),
                        pair.un(),
                        people.getOrDefault(pair.un(), ""),
                        people.getOrDefault(pair.autre(), ""),
                        pair.signes().stream().map(LectureDesDoublons::raison).collect(Collectors.joining(", "))))
                .toList();
    }

    /// @param un the first of the two, by which the page of the school names the pair
    /// @param raisons what makes them alike, in words
    record Ressemblance(
            UUID ecole,
            String nomEcole,
            String uai,
            Nature nature,
            UUID un,
            String nom,
            String autreNom,
            String raisons) {

        String noms() {
            return nom.equals(autreNom) ? nom : t("{0} et {1}", nom, autreNom);
        }

        String qui() {
            return switch (nature) {
                case ELEVE -> t("Élève");
                case RESPONSABLE -> t("Responsable");
                default -> t("Personnel d’école");
            };
        }

        String adresse() {
            return "/annuaire/ecoles/" + ecole + "/doublons#p-" + un;
        }
    }
}
