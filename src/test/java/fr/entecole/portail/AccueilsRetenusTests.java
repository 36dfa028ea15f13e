package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
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

/// Of rooms in which nothing has moved, a home asks nothing (ADR 0077); after anything that is written there, whoever
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
    }

    @Test
    void asksNothingOfRoomsInWhichNothingHasMoved() {
        for (var someone : List.of(enseignante, directrice, parent)) {
            assertThat(ComptageSql.each(visites.statements(someone, "/")))
                    .filteredOn(sql -> !sql.contains("liaison.parole"))
                    .noneMatch(sql ->
                            sql.contains("liaison.") || sql.contains("cahierdetextes.") || sql.contains("agenda."));
        }
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
        assertThat(visites.get(parent, "/aide")).hasStatusOk(); // who asks after a write has heard of it
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
