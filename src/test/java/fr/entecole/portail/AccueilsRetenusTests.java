package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.Rattrapage;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Tuile.Partie;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where nothing has moved, a home asks nothing (ADR 0077, 0091); after anything that is written there, whoever
/// writes it, it shows what it would show if nothing was remembered.
@MondeTest
class AccueilsRetenusTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Tuiles tuiles;

    @Autowired
    Reperes reperes;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    EnTantQue as;
    Visites visites;
    UUID enseignante;
    UUID directrice;
    UUID parent;
    Map<String, Object> names;

    @BeforeEach
    void people() {
        as = new EnTantQue(context);
        visites = new Visites(context);
        enseignante = visites.personnel("11", "300102");
        directrice = visites.personnel("11", "300101");
        parent = jdbc.sql("select id from annuaire.responsable where prenom = 'SAMIRA' and nom = 'BENALI'")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        names = new HashMap<>(Map.of(
                "ecole", reperes.ecole("0110358E"),
                "classe", reperes.classe("11", "514"),
                "enseignante", enseignante,
                "parent", parent,
                "eleve", visites.eleve("500101"),
                "chose", UUID.randomUUID(),
                "autre", UUID.randomUUID(),
                "jour", LocalDate.now(clock),
                "demain", LocalDate.now(clock).plusDays(1),
                "maintenant", OffsetDateTime.now(clock)));
        names.put("directrice", directrice);
        names.put("camarade", visites.eleve("500136"));
        names.put("mois", LocalDate.now(clock).withDayOfMonth(1));
        names.put("annee", AnneeScolaire.of(LocalDate.now(clock)).rentree());
    }

    @Test
    void asksNothingWhereNothingHasMoved() {
        for (var someone : List.of(enseignante, directrice, parent)) {
            assertThat(visites.statements(someone, "/")).isEmpty();
        }
    }

    @Test
    void isRightAfterWhatIsSaidToBeWrong() {
        seen(Set.of(directrice), "said", """
                insert into rgpd.correction (id, ecole_id, personne_id, demandeur_id, ligne, juste, demandee_le)
                values (:chose, :ecole, :eleve, :parent, 'prenom', 'Inès', :maintenant)""");
        seen(Set.of(directrice, parent), "answered", """
                update rgpd.correction set reponse = 'JUSTE', repondue_le = :maintenant, repondue_par = :directrice
                 where id = :chose""");
        seen(Set.of(parent), "read", "update rgpd.correction set lue_le = :maintenant where id = :chose");
    }

    @Test
    void isRightAfterWhatIsWrittenInBoxes() {
        seen(Set.of(parent, enseignante), "delivered", """
                with conversation as (
                    insert into messagerie.conversation (id, ecole_id, auteur_id, objet, pour_mots, eleves, sans_reponse,
                           entre_eleves, ouverte_le)
                    values (:chose, :ecole, :directrice, 'Piscine', '', '{}', false, false, :maintenant)),
                message as (
                    insert into messagerie.message (id, ecole_id, conversation_id, auteur_id, cote, texte, extrait, entete,
                           cle, ecrit_le, remettre_le, remis_le, retenu, disparait_le)
                    values (:autre, :ecole, :chose, :directrice, 'EQUIPE', '<p>Jeudi</p>', 'Jeudi', 'Piscine', :autre,
                           :maintenant, :maintenant, :maintenant, false, :demain))
                insert into messagerie.participant (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le,
                       non_lus)
                values (:chose, :parent, :ecole, 'RESPONSABLE', array[:eleve::uuid], :maintenant, 1),
                       (:chose, :enseignante, :ecole, 'PERSONNEL', '{}', :maintenant, 1)""");
        seen(Set.of(parent, enseignante), "its author renamed", """
                update annuaire.personnel set prenom = 'Ondine' where id = :directrice""");
        seen(Set.of(parent, enseignante), "its subject changed", """
                update messagerie.conversation set objet = 'Piscine et bonnet' where id = :chose""");
        seen(Set.of(parent, enseignante), "hidden", """
                update messagerie.message set masque_le = :maintenant where id = :autre""");
        seen(Set.of(parent, enseignante), "shown again", """
                update messagerie.message set masque_le = null where id = :autre""");
        seen(Set.of(parent, enseignante), "taken away", """
                update messagerie.message set retire_le = :maintenant where id = :autre""");
        seen(Set.of(parent), "of which one had read it", """
                insert into messagerie.lecture_retiree (ecole_id, message_id, personne_id)
                values (:ecole, :autre, :parent)""");
        seen(Set.of(parent), "read", """
                update messagerie.participant set non_lus = 0 where conversation_id = :chose and personne_id = :parent""");
    }

    @Test
    void isRightAfterWhatARollSays() {
        seen(Set.of(parent), "missing", """
                with appel as (
                    insert into presences.appel (ecole_id, classe_id, jour, moment, numero, geste, auteur_id, auteur,
                           fait_le)
                    select :ecole, :classe, :jour, m, 40, 'CORRECTION', :enseignante, 'Claire Estève', :maintenant
                      from unnest(array['MATIN', 'APRES_MIDI']) m
                    returning ecole_id, classe_id, jour, moment, numero)
                insert into presences.ligne (ecole_id, classe_id, jour, moment, eleve_id, numero, etat)
                select ecole_id, classe_id, jour, moment, :eleve, numero, 'ABSENT' from appel""");
        seen(Set.of(parent), "excused", """
                insert into presences.excuse (id, ecole_id, eleve_id, mode, motif, du, au, dite_le)
                values (:chose, :ecole, :eleve, 'ORAL', 'AUTRE', :jour, :jour, :maintenant)""");
        seen(Set.of(parent), "not any more", "update presences.excuse set retiree_le = now() where id = :chose");
        seen(Set.of(parent), "the child renamed", "update annuaire.eleve set prenom = 'Ondine' where id = :eleve");
        seen(Set.of(parent), "back", """
                with appel as (
                    insert into presences.appel (ecole_id, classe_id, jour, moment, numero, geste, auteur_id, auteur,
                           fait_le)
                    values (:ecole, :classe, :jour, 'MATIN', 41, 'RETOUR', :enseignante, 'Claire Estève', :maintenant))
                insert into presences.ligne (ecole_id, classe_id, jour, moment, eleve_id, numero, etat)
                values (:ecole, :classe, :jour, 'MATIN', :eleve, 41, 'PRESENT')""");
    }

    /// Four half-days of this month (R131-7): on its first day, in two classes, so that it may be any day of it.
    @Test
    void isRightAfterTheFourthHalfDay() {
        jdbc.sql("delete from presences.excuse where eleve_id = :eleve")
                .param("eleve", names.get("camarade"))
                .update();
        seen(Set.of(directrice), "four", """
                with nom as (
                    insert into presences.nom (ecole_id, eleve_id, annee, prenom, nom, niveau, inscrit_le)
                    values (:ecole, :camarade, :annee, 'LOU', 'ESSAI', 'CM1', :maintenant)
                    on conflict (ecole_id, eleve_id, annee) do update set niveau = 'CM1'),
                appel as (
                    insert into presences.appel (ecole_id, classe_id, jour, moment, numero, geste, auteur_id, auteur,
                           fait_le)
                    select :ecole, c, :mois, m, 50, 'CORRECTION', :enseignante, 'Claire Estève', :maintenant
                      from unnest(array['MATIN', 'APRES_MIDI']) m, unnest(array[:classe::uuid, :chose::uuid]) c
                    returning ecole_id, classe_id, jour, moment, numero)
                insert into presences.ligne (ecole_id, classe_id, jour, moment, eleve_id, numero, etat)
                select ecole_id, classe_id, jour, moment, :camarade, numero, 'ABSENT' from appel""");
        seen(Set.of(directrice), "decided otherwise", """
                insert into presences.decision (ecole_id, eleve_id, jour, moment, sens, motivation, auteur_id, decidee_le)
                values (:ecole, :camarade, :mois, 'MATIN', 'LEGITIME', 'Vu', :directrice, :maintenant)""");
        seen(Set.of(directrice), "as the law has it", """
                insert into presences.decision (ecole_id, eleve_id, jour, moment, sens, motivation, auteur_id, decidee_le)
                values (:ecole, :camarade, :mois, 'MATIN', 'LOI', 'Revu', :directrice, :maintenant + interval '1 second')""");
        seen(Set.of(directrice), "excused", """
                insert into presences.excuse (id, ecole_id, eleve_id, mode, motif, du, au, dite_le)
                values (:chose, :ecole, :camarade, 'ORAL', 'MAL', :mois, :mois, :maintenant)""");
    }

    @Test
    void isRightAfterWhatIsReported() {
        seen(Set.of(enseignante, directrice), "of a class", """
                insert into signalement.dossier (id, ecole_id, genre, chose, titre, adresse, auteur, classes, echelon,
                       ouvert_le, due_le)
                values (:chose, :ecole, 'essai', :autre, 'Mot', '/', '', array[:classe::uuid], 'ECOLE', :maintenant,
                        :maintenant)""");
        seen(Set.of(enseignante, directrice), "decided", """
                update signalement.dossier set clos_le = now() where id = :chose""");
    }

    @Test
    void isRightAfterWhatAwaitsADecision() {
        seen(Set.of(directrice), "held", """
                insert into surete.sursis (id, ecole_id, compte_id, auteur_id, genre, chose, sorte, personnes, pose_le)
                values (:chose, :ecole, :autre, :enseignante, 'essai', :chose, 'DECISION', 40, :maintenant)""");
        seen(Set.of(directrice), "stopped", """
                insert into surete.arret (ecole_id, compte_id, personne_id, depuis, par, motif, arrete_le)
                values (:ecole, :autre, :enseignante, :maintenant, 'TITULAIRE', '', :maintenant)""");
        seen(Set.of(directrice), "decided", """
                update surete.sursis set decide_le = :maintenant, sens = 'PARTI' where id = :chose""");
        seen(Set.of(directrice), "over", "update surete.arret set fini_le = now() where compte_id = :autre");
    }

    @Test
    void isRightAfterWhatIsWrittenToFamilies() {
        seen(Set.of(parent, enseignante), "published", """
                with mot as (
                    insert into liaison.mot (id, ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le,
                           genre, attendu, repondants)
                    values (:chose, :ecole, :enseignante, 2026, :jour, '\\x01', :maintenant, :maintenant,
                           'INFORMATION', 'RIEN', 'CHACUN')),
                version as (
                    insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le,
                           visible_le, signatures)
                    values (:ecole, :chose, 1, 'Bottes', '<p>Il pleut.</p>', :enseignante, :maintenant, :maintenant,
                           'DEMANDEES'))
                insert into liaison.destination (ecole_id, cle, mot_id)
                values (:ecole, 'CLASSE.RESPONSABLES.' || :classe::uuid, :chose)""");
        seen(Set.of(parent), "hidden", """
                insert into liaison.masque (ecole_id, mot_id, depuis) values (:ecole, :chose, :maintenant)""");
        seen(Set.of(parent), "shown again", "update liaison.masque set fini_le = now() where mot_id = :chose");
        seen(Set.of(parent, enseignante), "read", """
                insert into liaison.lecture (ecole_id, mot_id, numero, personne_id, principale, lu_le)
                values (:ecole, :chose, 1, :parent, true, :maintenant)""");
        seen(Set.of(parent), "asked", "update liaison.mot set attendu = 'SIGNATURE' where id = :chose");
        seen(Set.of(parent), "signed", """
                insert into liaison.reponse (ecole_id, mot_id, eleve_id, personne_id, numero, sens, precision, voie, fait_le)
                values (:ecole, :chose, :eleve, :parent, 1, 'SIGNE', '', 'ENT', :maintenant)""");
        seen(Set.of(parent, enseignante), "corrected", """
                insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le,
                       signatures)
                values (:ecole, :chose, 2, 'Parapluie', '<p>Il pleut.</p>', :enseignante, :maintenant, :maintenant,
                       'DEMANDEES')""");
        seen(Set.of(parent), "for others", "delete from liaison.destination where mot_id = :chose");
        seen(Set.of(enseignante), "taken back", "update liaison.mot set retire_le = now() where id = :chose");
    }

    @Test
    void isRightAfterWhatFamiliesSay() {
        seen(Set.of(parent, enseignante, directrice), "said", """
                insert into liaison.parole (id, ecole_id, eleve_id, auteur_id, nature, annee, dite_le, remise_le, texte)
                values (:chose, :ecole, :eleve, :parent, 'QUESTION', 2026, :maintenant, :maintenant, 'Et la cantine ?')""");
        seen(Set.of(enseignante, directrice), "seen", """
                insert into liaison.parole_vue (ecole_id, parole_id, personne_id, vue_le)
                values (:ecole, :chose, :directrice, :maintenant)""");
        seen(Set.of(parent), "answered", """
                insert into liaison.parole_suite (ecole_id, parole_id, auteur_id, de, texte, ecrite_le)
                values (:ecole, :chose, :enseignante, 'ECOLE', 'À midi', :maintenant)""");
        seen(Set.of(parent, enseignante, directrice), "cancelled", """
                update liaison.parole set annulee_le = now() where id = :chose""");
        seen(Set.of(parent), "gone", "delete from liaison.parole where id = :chose");
    }

    @Test
    void isRightAfterWhatIsGivenToPupils() {
        seen(Set.of(parent, enseignante), "given", """
                with cahier as (
                    insert into cahierdetextes.cahier (classe_id, ecole_id, annee, libelle, niveaux, ouvert_le)
                    values (:classe, :ecole, 2026, 'CM1', '{CM1}', :maintenant) on conflict do nothing),
                travail as (
                    insert into cahierdetextes.travail (id, ecole_id, classe_id, nature, jour, matiere, texte, lien,
                           minutes, empreinte, numero, auteur_id, publie_le, ecrit_le)
                    values (:chose, :ecole, :classe, 'A_FAIRE', :demain, 'Lecture', 'Page 12', '', 0, '\\x01', 1,
                           :enseignante, :maintenant, :maintenant))
                insert into cahierdetextes.destination (ecole_id, cle, jour, travail_id)
                select :ecole, 'CLASSE.' || qui || '.' || :classe::uuid, :demain, :chose
                  from unnest(array['RESPONSABLES', 'ELEVES']) qui""");
        seen(Set.of(parent), "ticked", """
                insert into cahierdetextes.coche (ecole_id, travail_id, eleve_id, faite_le)
                values (:ecole, :chose, :eleve, :maintenant)""");
        seen(
                Set.of(parent),
                "unticked",
                "update cahierdetextes.coche set defaite_le = now() where travail_id = :chose");
        seen(Set.of(parent, enseignante), "handed back", """
                insert into cahierdetextes.remise (id, ecole_id, travail_id, eleve_id, texte, rendue_le)
                values (:autre, :ecole, :chose, :eleve, 'Voilà', :maintenant)""");
        seen(Set.of(parent, enseignante), "stamped", """
                insert into cahierdetextes.retour (ecole_id, remise_id, tampon, mot, auteur_id, donne_le)
                values (:ecole, :autre, 'BRAVO', '', :enseignante, :maintenant)""");
        seen(Set.of(enseignante), "its class renamed", """
                update cahierdetextes.cahier set libelle = libelle || ' bis' where classe_id = :classe""");
        seen(Set.of(parent, enseignante), "taken away", """
                update cahierdetextes.travail set retire_le = now() where id = :chose""");
    }

    @Test
    void isRightAfterWhatComesIntoTheAgenda() {
        seen(Set.of(parent, enseignante, directrice), "announced", """
                with evenement as (
                    insert into agenda.evenement (id, ecole_id, auteur_id, annee, jour, empreinte, genre, titre, texte,
                           lieu, publie_le, change_le)
                    values (:chose, :ecole, :enseignante, 2026, :jour, '\\x01', 'AUTRE', 'Cirque', '', '', :maintenant,
                           :maintenant)),
                seance as (
                    insert into agenda.seance (ecole_id, evenement_id, jour, dernier, change_le)
                    values (:ecole, :chose, :demain, :demain, :maintenant))
                insert into agenda.destination (ecole_id, cle, evenement_id)
                values (:ecole, 'ECOLE.RESPONSABLES.' || :ecole::uuid, :chose)""");
        seen(Set.of(parent, enseignante, directrice), "cancelled", """
                update agenda.seance set annulee_le = now() where evenement_id = :chose""");
        seen(Set.of(parent, enseignante, directrice), "taken away", """
                update agenda.evenement set retire_le = now() where id = :chose""");
    }

    /// @param by on whose home it is seen; on all of them, what is remembered is right
    private void seen(Set<UUID> by, String what, String sql) {
        var before = homes();
        var statement = jdbc.sql(sql);
        for (var name : names.entrySet()) {
            statement = sql.contains(":" + name.getKey()) ? statement.param(name.getKey(), name.getValue()) : statement;
        }
        assertThat(statement.update()).as(what).isPositive();
        Rattrapage.hear(context);
        var kept = homes();
        for (var someone : by) {
            assertThat(kept.get(someone)).as(what).isNotEqualTo(before.get(someone));
        }
        as.forgetWhatThisNodeRemembers();
        assertThat(kept).as(what).isEqualTo(homes());
    }

    private Map<UUID, List<Partie>> homes() {
        Map<UUID, List<Partie>> homes = new HashMap<>();
        for (var someone : List.of(enseignante, directrice, parent)) {
            homes.put(
                    someone,
                    tuiles.parts(utilisateur(someone)).stream()
                            .map(AccueilsRetenusTests::atAnyHour)
                            .toList());
        }
        return homes;
    }

    private static Partie atAnyHour(Partie partie) {
        Map<String, Object> parametres = new HashMap<>(partie.parametres());
        parametres.remove("maintenant");
        return new Partie(partie.place(), partie.ordre(), partie.gabarit(), parametres);
    }

    private Utilisateur utilisateur(UUID personne) {
        var compte = context.getBean(Comptes.class).ofPersonne(personne).orElseThrow();
        return context.getBean(Utilisateurs.class).of(compte, null).orElseThrow();
    }
}
