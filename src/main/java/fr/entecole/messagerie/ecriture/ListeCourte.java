package fr.entecole.messagerie.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.messagerie.Droit;
import fr.entecole.messagerie.Regles.Matrice;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Reserves;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Whom those may write to who have no people picker: a guardian, who teaches their children and who directs their
/// schools; a pupil, who teaches them, perhaps their class; who works in a school without a class, those with whom they
/// work. A short list, of which the form sends one.
@Component
class ListeCourte {

    private static final String NOM = """
             left join lateral (select n.prenom, n.nom from comptes.nomme n where n.id = x.personne limit 1) t on true
             left join lateral (select n.prenom from annuaire.titulaire n where n.id = x.eleve limit 1) e on true
            """;

    private static final String DES_PARENTS = """
            select x.*, t.prenom, t.nom, e.prenom as enfant from (
                select i.ecole_id as ecole, i.personnel_id as personne, i.eleve_id as eleve, 'RESPONSABLE_ENSEIGNANT' as droit
                  from annuaire.instruit i where i.eleve_id = any(:eleves)
                union
                select d.ecole_id, d.personnel_id, p.eleve_id, 'RESPONSABLE_DIRECTION'
                  from annuaire.present p join annuaire.dirige d on d.ecole_id = p.ecole_id
                 where p.eleve_id = any(:eleves)) x
            """ + NOM + " order by e.prenom, x.eleve, x.droit desc, t.nom, t.prenom";

    private static final String DES_ELEVES = """
            select x.*, t.prenom, t.nom, null as enfant from (
                select i.ecole_id as ecole, i.personnel_id as personne, i.eleve_id as eleve, 'ELEVE_ENSEIGNANT' as droit
                  from annuaire.instruit i where i.eleve_id = :moi
                union
                select d.ecole_id, d.personnel_id, :moi, 'ELEVE_DIRECTION'
                  from annuaire.dirige d where d.ecole_id = any(:ecoles)
                union
                select p.ecole_id, autre.eleve_id, :moi, 'ELEVE_ELEVE'
                  from annuaire.inscrit moi
                  join annuaire.inscrit autre on autre.classe_id = moi.classe_id and autre.eleve_id <> moi.eleve_id
                  join annuaire.present p on p.eleve_id = autre.eleve_id and not annuaire.petit(p.niveau)
                 where moi.eleve_id = :moi and p.ecole_id = any(:ecoles)) x
            """ + NOM + " order by x.droit desc, t.prenom, t.nom";

    private static final String DES_PERSONNELS = """
            select x.*, t.prenom, t.nom, null as enfant from (
                select q.ecole_id as ecole, q.personne_id as personne, q.personne_id as eleve, 'EQUIPE_EQUIPE' as droit
                  from annuaire.equipe q where q.ecole_id = any(:ecoles) and q.personne_id <> all(:moi)) x
            """ + NOM + " order by t.nom, t.prenom";

    private final ObjectProvider<Reserves> reserves;

    ListeCourte(ObjectProvider<Reserves> reserves) {
        this.reserves = reserves;
    }

    /// Of nobody with a people picker. Classmates and colleagues whose data are put aside are in nobody's list; those
    /// who teach a child and direct its school stay in the family's (ADR 0090).
    Lecture<List<Interlocuteur>> of(Utilisateur utilisateur) {
        return asked(utilisateur).map(all -> all.stream().filter(i -> !hides(i)).toList());
    }

    private boolean hides(Interlocuteur one) {
        return (one.droit == Droit.ELEVE_ELEVE || one.droit == Droit.EQUIPE_EQUIPE)
                && reserves.stream().anyMatch(held -> held.unfound(one.personne));
    }

    private static Lecture<List<Interlocuteur>> asked(Utilisateur utilisateur) {
        var ecoles = utilisateur.ecoles().toArray(UUID[]::new);
        return switch (utilisateur.profil()) {
            case PARENT ->
                Lecture.of(
                        DES_PARENTS,
                        Map.of("eleves", Perimetre.of(utilisateur).enfants().toArray(UUID[]::new)),
                        ListeCourte::read);
            case ELEVE ->
                Lecture.of(DES_ELEVES, Map.of("moi", utilisateur.personneId(), "ecoles", ecoles), ListeCourte::read);
            case PERSONNEL ->
                Lecture.of(
                        DES_PERSONNELS,
                        Map.of("moi", utilisateur.personnes().toArray(UUID[]::new), "ecoles", ecoles),
                        ListeCourte::read);
            default -> Lecture.known(List.of());
        };
    }

    static List<Interlocuteur> permitted(List<Interlocuteur> all, Matrice matrice) {
        return all.stream()
                .filter(i -> matrice.permits(i.ecole, i.droit) && !i.nom.isEmpty())
                .toList();
    }

    private static Interlocuteur read(ResultSet rs, int row) throws SQLException {
        var prenom = rs.getString("prenom");
        var enfant = rs.getString("enfant");
        return new Interlocuteur(
                Colonnes.uuid(rs, "ecole"),
                Colonnes.uuid(rs, "personne"),
                Colonnes.uuid(rs, "eleve"),
                prenom == null
                        ? ""
                        : Appellations.personne(prenom, Objects.requireNonNullElse(rs.getString("nom"), "")),
                enfant == null ? "" : Appellations.personne(enfant, ""),
                Droit.valueOf(rs.getString("droit")));
    }

    /// @param eleve the pupil through whom they are met
    /// @param enfant their first name, where there is one to say
    record Interlocuteur(UUID ecole, UUID personne, UUID eleve, String nom, String enfant, Droit droit) {

        /// What the form sends.
        String code() {
            return droit + "." + personne + "." + eleve;
        }

        Public pour() {
            return Public.ofPersonnes(
                    ecole,
                    List.of(personne),
                    switch (droit) {
                        case ELEVE_ELEVE -> Qui.ELEVES;
                        default -> Qui.EQUIPE;
                    });
        }

        /// Whom a guardian writes about.
        Set<UUID> eleves() {
            return enfant.isEmpty() ? Set.of() : Set.of(eleve);
        }

        String precision() {
            return switch (droit) {
                case RESPONSABLE_ENSEIGNANT -> t("Enseigne à {0}", enfant);
                case RESPONSABLE_DIRECTION -> t("Direction de l’école, pour {0}", enfant);
                case ELEVE_ENSEIGNANT -> t("Ta classe");
                case ELEVE_DIRECTION -> t("La direction de l’école");
                case ELEVE_ELEVE -> t("De ta classe");
                default -> "";
            };
        }
    }
}
