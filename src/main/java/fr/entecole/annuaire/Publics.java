package fr.entecole.annuaire;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whom one may address, and who is meant. What a person is offered is what they may address without choosing further;
/// what a form sends is accepted or not by the same rules ([#accepts]), whatever it was offered. Rooms may offer less,
/// never more.
///
/// A teacher addresses the classes and pupils that they teach, groups where one of these is, and their colleagues; a
/// head, everyone of their schools; a circonscription, its schools' teams and heads; a référent ville, the families and
/// teams of their commune's schools; the region, everyone.
@Component
public class Publics {

    /// A guardian is found through a child for whom they answer today: one who is kept out is not.
    private static final String FOUND = """
            select count(distinct x.id) from (
                select c.id from annuaire.classe c
                 where :etendue = 'CLASSE' and c.structure_id = :ecole and c.archivee_le is null and :directs
                union all
                select g.id from annuaire.groupe g
                 where :etendue = 'GROUPE' and g.structure_id = :ecole and g.archive_le is null
                   and (:directs or exists (
                       select 1 from annuaire.situation s
                        where s.eleve_id = any(:eleves) and g.id = any(s.groupes)))
                union all
                select p.eleve_id from annuaire.present p
                 where :etendue in ('ELEVES', 'PERSONNES/ELEVES') and p.ecole_id = :ecole
                   and (:directs or p.eleve_id = any(:eleves))
                union all
                select a.responsable_id from annuaire.autorite(:jour) a
                  join annuaire.present p on p.eleve_id = a.eleve_id and p.ecole_id = :ecole
                 where :etendue = 'PERSONNES/RESPONSABLES' and a.responsable_id = any(:cibles)
                   and (:directs or a.eleve_id = any(:eleves))
                union all
                select q.personne_id from annuaire.equipe q
                 where q.ecole_id = :ecole
                   and (:etendue = 'PERSONNES/EQUIPE' or :etendue = 'PERSONNES/DIRECTIONS' and q.directeur)) x
             where x.id = any(:cibles)
            """;

    private final JdbcClient jdbc;
    private final Classes classes;
    private final Appellations appellations;
    private final LectureDesMembres membres;
    private final Clock clock;

    Publics(JdbcClient jdbc, Classes classes, Appellations appellations, LectureDesMembres membres, Clock clock) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.appellations = appellations;
        this.membres = membres;
        this.clock = clock;
    }

    /// In the order in which people look for them: own classes first, then the school, then what is above it. At most
    /// two statements.
    public List<Offre> offeredTo(Utilisateur utilisateur) {
        var offres = new ArrayList<Offre>();
        switch (utilisateur.profil()) {
            case ENSEIGNANT, DIRECTEUR -> offerAround(utilisateur, offres);
            case IEN, ERUN -> {
                var circonscription = utilisateur.circonscription();
                if (circonscription != null) {
                    offer(offres, Public.ofCirconscription(circonscription, Qui.DIRECTIONS));
                    offer(offres, Public.ofCirconscription(circonscription, Qui.EQUIPE));
                }
            }
            case REFERENT_VILLE -> {
                var commune = utilisateur.commune();
                if (commune != null) {
                    Stream.of(Qui.RESPONSABLES, Qui.EQUIPE, Qui.DIRECTIONS)
                            .forEach(qui -> offer(offres, Public.ofCommune(commune, qui)));
                }
            }
            case ADMINISTRATEUR -> Stream.of(Qui.values()).forEach(qui -> offer(offres, Public.ofRegion(qui)));
            default -> {}
        }
        return offres;
    }

    private void offerAround(Utilisateur utilisateur, List<Offre> offres) {
        for (var classe : classes.around(utilisateur)) {
            Stream.of(Qui.RESPONSABLES, Qui.ELEVES)
                    .map(qui -> Public.ofClasse(classe.ecoleId(), classe.id(), qui))
                    .forEach(pour -> offres.add(new Offre(pour, MotsDuPublic.of(pour, classe.libelle()))));
        }
        var perimetre = Perimetre.of(utilisateur);
        appellations.ecoles(utilisateur.ecoles()).forEach((ecole, nom) -> {
            var whom = perimetre.directs(ecole) ? List.of(Qui.values()) : List.of(Qui.EQUIPE, Qui.DIRECTIONS);
            whom.stream()
                    .map(qui -> Public.ofEcole(ecole, qui))
                    .forEach(pour -> offres.add(new Offre(pour, MotsDuPublic.of(pour, nom))));
        });
    }

    private void offer(List<Offre> offres, Public pour) {
        offres.add(new Offre(pour, words(pour)));
    }

    /// Whether this person may address exactly these; what they were offered proves nothing. At most one statement,
    /// none for a teacher's own classes and pupils.
    public boolean accepts(Utilisateur utilisateur, Public pour) {
        return switch (pour.etendue()) {
            case CLASSE, GROUPE, ELEVES, ECOLE, PERSONNES -> acceptsInSchool(utilisateur, pour);
            case CIRCONSCRIPTION ->
                utilisateur.is(Profil.ADMINISTRATEUR)
                        || utilisateur.is(Profil.IEN, Profil.ERUN)
                                && pour.cibles().equals(only(utilisateur.circonscription()))
                                && (pour.qui() == Qui.EQUIPE || pour.qui() == Qui.DIRECTIONS);
            case COMMUNE ->
                utilisateur.is(Profil.ADMINISTRATEUR)
                        || utilisateur.is(Profil.REFERENT_VILLE)
                                && pour.cibles().equals(only(utilisateur.commune()))
                                && pour.qui() != Qui.ELEVES;
            case DEPARTEMENT, REGION -> utilisateur.is(Profil.ADMINISTRATEUR);
        };
    }

    private static Set<String> only(@Nullable Object cible) {
        return cible == null ? Set.of() : Set.of(cible.toString());
    }

    private boolean acceptsInSchool(Utilisateur utilisateur, Public pour) {
        if (!utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            return false;
        }
        var perimetre = Perimetre.of(utilisateur);
        var ecole = pour.ecoleId();
        if (pour.etendue() == Etendue.ECOLE) {
            boolean colleagues = pour.qui() == Qui.EQUIPE || pour.qui() == Qui.DIRECTIONS;
            return pour.cibles().equals(Set.of(ecole.toString()))
                    && (perimetre.directs(ecole) || colleagues && perimetre.worksIn(ecole));
        }
        var ids = List.of(pour.ids());
        boolean mine = switch (pour.etendue()) {
            case CLASSE -> ids.stream().allMatch(classe -> perimetre.teaches(ecole, classe));
            case ELEVES -> ids.stream().allMatch(eleve -> perimetre.teachesEleve(ecole, eleve));
            default -> false;
        };
        return mine || perimetre.worksIn(ecole) && found(perimetre, pour) == ids.size();
    }

    /// Groups of a school in which one of those whom this person teaches is, for a page that reads several things at
    /// once: what a teacher is not offered among the first, since there may be many.
    public Lecture<List<Offre>> groupes(Utilisateur utilisateur, UUID ecole, Qui qui) {
        return Lecture.of(
                """
                select g.id, g.libelle from annuaire.groupe g
                 where g.structure_id = :ecole and g.archive_le is null
                   and exists (select 1 from annuaire.eleve_groupe e
                                where e.groupe_id = g.id and e.fini_le is null and e.eleve_id = any(:eleves))
                 order by g.libelle, g.id
                """,
                Map.of(
                        "ecole",
                        ecole,
                        "eleves",
                        Perimetre.of(utilisateur).elevesTaught().toArray(UUID[]::new)),
                (rs, _) -> {
                    var pour = Public.ofGroupe(ecole, Colonnes.uuid(rs, "id"), qui);
                    return new Offre(pour, MotsDuPublic.of(pour, Objects.requireNonNull(rs.getString("libelle"))));
                });
    }

    private int found(Perimetre perimetre, Public pour) {
        return jdbc.sql(FOUND)
                .param("etendue", pour.etendue() + (pour.etendue() == Etendue.PERSONNES ? "/" + pour.qui() : ""))
                .param("ecole", pour.ecoleId())
                .param("cibles", pour.ids())
                .param("eleves", perimetre.elevesTaught().toArray(UUID[]::new))
                .param("directs", perimetre.directs(pour.ecoleId()))
                .param("jour", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    /// Who is meant today, each once for each child by whom they are meant, row by row: a whole région fits in the
    /// memory of a page. Who is kept out comes too, and says so.
    public void each(Public pour, Consumer<Membre> consumer) {
        membres.each(pour, List.of(), consumer);
    }

    /// Those of them who are meant in these schools: a région is gone through a few schools at a time.
    public void each(Public pour, Collection<UUID> ecoles, Consumer<Membre> consumer) {
        if (!ecoles.isEmpty()) {
            membres.each(pour, ecoles, consumer);
        }
    }

    /// The children by whom families of one school are meant today, each with the guardians in force; and these publics
    /// in words. One statement, whatever their number.
    public Lecture<Familles> lectureFamilles(UUID ecole, List<Public> several) {
        return LectureDesMembres.familles(ecole, several, LocalDate.now(clock));
    }

    /// The open schools whose people it means, one statement; none for people named wherever they are.
    public List<UUID> ecoles(Public pour) {
        return pour.etendue() == Etendue.PERSONNES && pour.ecoleId().equals(Cle.PARTOUT)
                ? List.of()
                : membres.ecoles(pour);
    }

    /// « Familles du CM1 ». What it names may have gone since: it is then said without its name. One statement.
    public String words(Public pour) {
        var place = switch (pour.etendue()) {
            case CLASSE ->
                classes.named(List.of(pour.ids())).stream().map(Classe::libelle).reduce((a, b) -> a + ", " + b);
            case ECOLE, CIRCONSCRIPTION ->
                appellations.ecoles(List.of(pour.ids())).values().stream().reduce((a, b) -> a + ", " + b);
            case GROUPE -> appellations.groupes(List.of(pour.ids())).stream().reduce((a, b) -> a + ", " + b);
            case COMMUNE -> appellations.communes(pour.cibles()).stream().reduce((a, b) -> a + ", " + b);
            default -> Optional.<String>empty();
        };
        return MotsDuPublic.of(pour, place.orElse(""));
    }

    /// The same of several, joined, for a page that reads several things at once: classes with the rest, other places
    /// by a statement of their own.
    public Lecture<String> lectureWords(List<Public> several) {
        var ids = several.stream()
                .filter(pour -> pour.etendue() == Etendue.CLASSE)
                .flatMap(pour -> Stream.of(pour.ids()))
                .toList();
        return classes.lectureNamed(ids)
                .map(named -> several.stream()
                        .map(pour -> pour.etendue() == Etendue.CLASSE
                                ? MotsDuPublic.of(pour, libelles(named, pour))
                                : words(pour))
                        .collect(Collectors.joining(", ")));
    }

    private static String libelles(List<Classe> named, Public pour) {
        var ids = Set.of(pour.ids());
        return named.stream()
                .filter(classe -> ids.contains(classe.id()))
                .map(Classe::libelle)
                .collect(Collectors.joining(", "));
    }

    /// @param phrase what to choose: « Familles du CM1 »
    public record Offre(Public pour, String phrase) {}

    /// @param mots « Familles du CM1 Mme Estève »
    public record Familles(String mots, List<Enfant> enfants) {}

    /// @param gardes guardians in force, bodies among them
    public record Enfant(UUID id, String nom, List<Garde> gardes) {}

    /// @param organisme a body that answers for the child, which has no account
    public record Garde(UUID id, String nom, boolean organisme) {}

    /// Someone whom a [Public] means.
    ///
    /// @param eleveId the child by whom a guardian is meant; the pupil themself; null for who works in a school
    /// @param ecarte a guardian whom the head keeps out of this child: never to be written to, shown or counted to
    ///     anyone but the head
    /// @param organisme a body that answers for the child, which has no account
    public record Membre(
            UUID personneId,
            Nature nature,
            UUID ecoleId,
            @Nullable UUID eleveId,
            boolean ecarte,
            boolean organisme) {}
}
