package fr.entecole.notifications;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.AccesDemande;
import fr.entecole.comptes.AccesRedonne;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.ComptesReunis;
import fr.entecole.comptes.ProtectionChangee;
import fr.entecole.rgpd.CorrectionRepondue;
import fr.entecole.rgpd.DroitRepondu;
import fr.entecole.socle.Cle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is told by modules that do not know this one: each event becomes a deposit, in the transaction that tells it.
@Component
class Annonces {

    private final Nouvelles nouvelles;
    private final JdbcClient jdbc;

    Annonces(Nouvelles nouvelles, JdbcClient jdbc) {
        this.nouvelles = nouvelles;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(AccesRedonne redonne) {
        if (redonne.nature() != Nature.ELEVE) {
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            SorteDeLaMaison.ACCES_REDONNE,
                            redonne.id(),
                            Public.ofPersonnes(Cle.PARTOUT, List.of(redonne.personne()), qui(redonne.nature())),
                            "/mon-compte",
                            t(
                                    "Un accès à votre compte a été redonné. Si ce n’était pas pour vous, dites-le à l’école.")));
        }
    }

    @EventListener
    void on(ProtectionChangee changee) {
        nouvelles.deposit(
                null,
                new Nouvelle(
                        SorteDeLaMaison.PROTECTION_CHANGEE,
                        changee.id(),
                        Public.ofPersonnes(Cle.PARTOUT, List.of(changee.personne()), qui(changee.nature())),
                        "/mon-compte",
                        t(
                                "{0} Si ce n’était pas vous, dites-le tout de suite depuis « Mon compte ».",
                                words(changee.quoi()))));
    }

    private static String words(ProtectionChangee.Quoi quoi) {
        return switch (quoi) {
            case MOT_DE_PASSE -> t("Votre mot de passe a été changé.");
            case FACTEUR_AJOUTE -> t("Une seconde preuve a été ajoutée à votre compte.");
            case FACTEUR_RETIRE -> t("Une seconde preuve a été retirée de votre compte.");
            case FACTEURS_OTES -> t("Appareil perdu : vos secondes preuves sont retirées.");
            case CODES_SECOURS_FAITS -> t("Dix codes de secours ont été faits.");
            case CODE_SECOURS_UTILISE -> t("Un code de secours a servi.");
            case COMPTES_REUNIS -> t("Un autre compte a été réuni au vôtre.");
            case COMPTES_SEPARES -> t("Deux comptes qui étaient réunis sont séparés.");
            case DEPANNAGE_DEMANDE -> t("Quelqu’un dit que votre appareil est perdu.");
        };
    }

    @EventListener
    void on(Comptes.Delegue delegue) {
        nouvelles.deposit(
                null,
                new Nouvelle(
                        SorteDeLaMaison.DELEGATION_DONNEE,
                        delegue.id(),
                        Public.ofPersonnes(delegue.ecole(), List.of(delegue.personne()), qui(delegue.nature())),
                        "/mon-compte/delegations",
                        t("L’école vous confie : {0}.", delegue.quoi())));
    }

    /// The head is asked once, and no longer once there is nothing to do; the teacher hears that it is done.
    @EventListener
    void on(AccesDemande demande) {
        var adresse = "/comptes/demandes/" + demande.id();
        switch (demande.suite()) {
            case DEMANDE ->
                nouvelles.deposit(
                        null,
                        new Nouvelle(
                                SorteDeLaMaison.ACCES_DEMANDE,
                                demande.id(),
                                Public.ofEcole(demande.ecole(), Qui.DIRECTIONS),
                                adresse,
                                t("Un enseignant vous demande de redonner un accès à un responsable.")));
            case DONNE -> {
                nouvelles.cancel(SorteDeLaMaison.ACCES_DEMANDE, demande.id());
                nouvelles.deposit(
                        null,
                        new Nouvelle(
                                SorteDeLaMaison.ACCES_DEMANDE_DONNE,
                                demande.id(),
                                Public.ofPersonnes(demande.ecole(), List.of(demande.demandeur()), Qui.EQUIPE),
                                adresse,
                                t("La direction a redonné l’accès que vous aviez demandé.")));
            }
            case CADUQUE -> nouvelles.cancel(SorteDeLaMaison.ACCES_DEMANDE, demande.id());
        }
    }

    @EventListener
    void on(CorrectionRepondue repondue) {
        nature(repondue.demandeur())
                .ifPresent(nature -> nouvelles.deposit(
                        null,
                        new Nouvelle(
                                SorteDeLaMaison.CORRECTION_REPONDUE,
                                repondue.id(),
                                Public.ofPersonnes(repondue.ecole(), List.of(repondue.demandeur()), qui(nature)),
                                "/mes-donnees",
                                t("L’école a répondu à votre demande de correction."))));
    }

    @EventListener
    void on(DroitRepondu repondu) {
        nature(repondu.personne())
                .ifPresent(nature -> nouvelles.deposit(
                        null,
                        new Nouvelle(
                                SorteDeLaMaison.DROIT_REPONDU,
                                repondu.id(),
                                Public.ofPersonnes(Cle.PARTOUT, List.of(repondu.personne()), qui(nature)),
                                "/mes-donnees/droits",
                                t("La protection des données vous a répondu."))));
    }

    /// What the other account was told, this one was.
    @EventListener
    void on(ComptesReunis reunis) {
        jdbc.sql("""
                        update notifications.ligne l set compte_id = :compte
                         where l.compte_id = :autre
                           and not exists (select 1 from notifications.ligne m
                                            where m.compte_id = :compte and m.depot_id = l.depot_id)
                        """)
                .param("compte", reunis.compte())
                .param("autre", reunis.autre())
                .update();
        jdbc.sql("delete from notifications.ligne where compte_id = :autre")
                .param("autre", reunis.autre())
                .update();
    }

    private Optional<Nature> nature(UUID personne) {
        return jdbc.sql("select nature from annuaire.titulaire where id = :id")
                .param("id", personne)
                .query((rs, _) -> Nature.valueOf(rs.getString("nature")))
                .optional();
    }

    private static Qui qui(Nature nature) {
        return nature == Nature.RESPONSABLE ? Qui.RESPONSABLES : Qui.EQUIPE;
    }
}
