package fr.entecole.annuaire.doublons;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Telephone;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pairs of a school that look like one person, and those that were made one.
@Component
class LectureDesDoublons {

    static final int JOURS = 30;

    private static final String COTE = """
            select x.id, x.nature, x.prenom, x.nom, x.naissance, x.academie, x.source, x.suspendu, x.structure_id, x.coordonnees,
                   case x.nature when 'RESPONSABLE'
                     then array(select e.prenom || chr(9) || e.nom from annuaire.lien l join annuaire.eleve e on e.id = l.eleve_id
                                 where l.responsable_id = x.id and l.retire_le is null order by 1)
                     when 'ELEVE'
                     then array(select c.libelle from annuaire.eleve_classe ec join annuaire.classe c on c.id = ec.classe_id
                                 where ec.eleve_id = x.id and ec.fini_le is null order by 1)
                     else array(select c.libelle from annuaire.enseigne n join annuaire.classe c on c.id = n.classe_id
                                 where n.personnel_id = x.id order by 1) end as liens
              from (select id, 'RESPONSABLE' as nature, prenom, nom, date_naissance as naissance, academie,
                           case when aaf_id is null then source else 'AAF' end as source,
                           suspendu_le is not null as suspendu, null::uuid as structure_id,
                           array_remove(array[telephone_mobile, telephone_domicile, courriel], null) as coordonnees
                      from annuaire.responsable
                    union all
                    select id, 'ELEVE', prenom, nom, date_naissance, academie,
                           case when aaf_id is null then source else 'AAF' end, suspendu_le is not null, structure_id, '{}'
                      from annuaire.eleve
                    union all
                    select id, 'PERSONNEL', prenom, nom, date_naissance, academie,
                           case when aaf_id is null then source else 'AAF' end, suspendu_le is not null, null, '{}'
                      from annuaire.personnel) x
             where x.id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final Paires paires;
    private final Appellations noms;
    private final Clock clock;

    LectureDesDoublons(JdbcClient jdbc, Paires paires, Appellations noms, Clock clock) {
        this.jdbc = jdbc;
        this.paires = paires;
        this.noms = noms;
        this.clock = clock;
    }

    /// One sheet.
    ///
    /// @param ecole of a pupil
    /// @param lieu the name of that school, where it is another one
    /// @param liens children, or classes
    record Cote(
            UUID id,
            String nom,
            @Nullable LocalDate naissance,
            String academie,
            String source,
            boolean suspendu,
            @Nullable UUID ecole,
            String lieu,
            List<String> coordonnees,
            List<String> liens) {

        /// A feed brings it: it would come back.
        boolean fed() {
            return source.equals("AAF") && !suspendu;
        }

        String venue() {
            var from = switch (source) {
                case "AAF" -> t("par l’annuaire de l’académie");
                case "MANUEL" -> t("ajouté à la main par l’école");
                default -> t("par un fichier de l’école");
            };
            return suspendu ? t("{0}, parti", from) : from;
        }

        Cote at(String lieu) {
            return new Cote(id, nom, naissance, academie, source, suspendu, ecole, lieu, coordonnees, liens);
        }
    }

    record Paire(Nature nature, Cote un, Cote autre, List<String> raisons) {

        /// Both stand in the same feed: only there can they be made one.
        boolean inOneFeed() {
            return un.fed() && autre.fed() && un.academie().equals(autre.academie());
        }

        /// Those for which the other can be given up; one who is here before one who is gone.
        List<Cote> keepable() {
            return Stream.of(un, autre)
                    .filter(kept -> !other(kept).fed()
                            && (!kept.suspendu() || other(kept).suspendu()))
                    .toList();
        }

        Cote other(Cote kept) {
            return kept.equals(un) ? autre : un;
        }

        /// What the sheet that is given up loses.
        List<String> loses(Cote kept) {
            List<String> lost = new ArrayList<>();
            var given = other(kept);
            if (!given.suspendu()) {
                lost.add(t("Son compte ne s’ouvre plus : remettez un accès pour la fiche gardée."));
            }
            if (nature == Nature.ELEVE) {
                lost.add(
                        t(
                                "La fiche gardée reçoit les responsables que l’école avait ajoutés, et ceux qui étaient écartés le restent."));
            } else if (!given.liens().isEmpty()) {
                lost.add(
                        nature == Nature.RESPONSABLE
                                ? t("La fiche gardée répond aussi de {0}.", String.join(", ", given.liens()))
                                : t("La fiche gardée reçoit ses classes : {0}.", String.join(", ", given.liens())));
            }
            lost.add(t("Ce qui a été écrit sous cette fiche reste, sous ce nom, et s’efface trois mois après."));
            return lost;
        }
    }

    /// @param jusque last day on which it can be taken back
    record Faite(UUID id, String nom, LocalDate le, LocalDate jusque) {}

    List<Paire> of(UUID ecole) {
        var found = paires.of(ecole);
        if (found.isEmpty()) {
            return List.of();
        }
        var sides = jdbc
                .sql(COTE)
                .param(
                        "ids",
                        found.stream()
                                .flatMap(d -> Stream.of(d.un(), d.autre()))
                                .distinct()
                                .toArray(UUID[]::new))
                .query(LectureDesDoublons::cote)
                .list()
                .stream()
                .collect(Collectors.toMap(Cote::id, c -> c, (a, _) -> a, HashMap::new));
        var places = noms.ecoles(sides.values().stream()
                .map(Cote::ecole)
                .filter(other -> other != null && !other.equals(ecole))
                .collect(Collectors.toSet()));
        sides.replaceAll((_, cote) -> cote.ecole() == null ? cote : cote.at(places.getOrDefault(cote.ecole(), "")));
        return found.stream()
                .map(d -> new Paire(
                        d.nature(),
                        Objects.requireNonNull(sides.get(d.un())),
                        Objects.requireNonNull(sides.get(d.autre())),
                        d.signes().stream().map(LectureDesDoublons::raison).toList()))
                .toList();
    }

    Optional<Paire> pair(UUID ecole, UUID un, UUID autre) {
        return of(ecole).stream()
                .filter(p -> p.un().id().equals(un) && p.autre().id().equals(autre)
                        || p.un().id().equals(autre) && p.autre().id().equals(un))
                .findFirst();
    }

    private static Cote cote(ResultSet rs, int row) throws SQLException {
        return new Cote(
                Colonnes.uuid(rs, "id"),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                rs.getObject("naissance", LocalDate.class),
                rs.getString("academie"),
                rs.getString("source"),
                rs.getBoolean("suspendu"),
                rs.getObject("structure_id", UUID.class),
                "",
                Colonnes.strings(rs, "coordonnees").stream()
                        .map(c -> c.contains("@") ? c : Telephone.affiche(c))
                        .toList(),
                Colonnes.strings(rs, "liens").stream()
                        .map(words -> words.contains("\t")
                                ? Noms.complet(
                                        words.substring(0, words.indexOf('\t')),
                                        words.substring(words.indexOf('\t') + 1))
                                : Noms.classe(words, List.of()))
                        .toList());
    }

    static String raison(String signe) {
        return switch (signe) {
            case "NOMS" -> t("les mêmes noms");
            case "PRESQUE" -> t("presque les mêmes noms");
            case "NAISSANCE" -> t("le même nom de naissance");
            case "ADRESSE" -> t("la même adresse");
            case "TELEPHONE" -> t("le même téléphone");
            case "COURRIEL" -> t("le même courriel");
            case "ENFANT" -> t("le même enfant");
            case "NE" -> t("la même date de naissance");
            case "INE" -> t("le même INE");
            default -> signe;
        };
    }

    /// Those that can still be taken back.
    List<Faite> done(UUID ecole) {
        return jdbc.sql("""
                        select u.id, u.decidee_le, coalesce(e.prenom, r.prenom, p.prenom) as prenom,
                               coalesce(e.nom, r.nom, p.nom) as nom
                          from annuaire.reunion u
                          left join annuaire.eleve e on e.id = u.garde_id
                          left join annuaire.responsable r on r.id = u.garde_id
                          left join annuaire.personnel p on p.id = u.garde_id
                         where u.ecole_id = :ecole and u.memes and u.annulee_le is null and u.decidee_le > :depuis
                         order by u.decidee_le desc
                        """)
                .param("ecole", ecole)
                .param("depuis", OffsetDateTime.now(clock).minusDays(JOURS))
                .query((rs, _) -> {
                    var le = Dates.day(
                            rs.getObject("decidee_le", OffsetDateTime.class).toInstant());
                    return new Faite(
                            Colonnes.uuid(rs, "id"),
                            Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                            le,
                            le.plusDays(JOURS));
                })
                .list();
    }
}
