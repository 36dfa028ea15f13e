package fr.entecole.comptes.activation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Comptes;
import fr.entecole.courriel.Courriel;
import fr.entecole.courriel.Courriels;
import fr.entecole.socle.AdressePublique;
import java.time.Duration;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Writes to someone of the directory the link by which they choose their password, at an address that whoever invites
/// them answers for. To be called in the transaction that invites, in French.
@Component
@NamedInterface("invitations")
public class Invitations {

    private static final Duration TERME = Duration.ofDays(7);

    private final Comptes comptes;
    private final LiensUniques liens;
    private final Courriels courriels;
    private final AdressePublique adresse;

    Invitations(Comptes comptes, LiensUniques liens, Courriels courriels, AdressePublique adresse) {
        this.comptes = comptes;
        this.liens = liens;
        this.courriels = courriels;
        this.adresse = adresse;
    }

    /// @param phrase why they are written to: « La commune de Lespignan vous invite… »
    public void send(UUID personne, String courriel, String phrase) {
        var compte = comptes.ofPersonne(personne).flatMap(comptes::byId).orElseThrow();
        courriels.enqueue(new Courriel(
                courriel,
                t("Votre accès à l’ENT-École"),
                String.join(
                        "\n\n",
                        t("Bonjour,"),
                        phrase,
                        t("Votre identifiant\u00a0: {0}", compte.login()),
                        t(
                                "Pour choisir votre mot de passe, ouvrez ce lien. Il sert une seule fois, pendant {0, plural, one {un jour} other {# jours}}\u00a0:",
                                TERME.toDays()),
                        adresse.lien("/premiere-connexion") + "#" + liens.create(compte.id(), TERME),
                        t(
                                "Une seconde preuve vous sera demandée ensuite, comme à toutes les personnes qui agissent pour une commune."),
                        t("Ce lien est à vous seul\u00a0: personne ne vous le demandera."))));
    }
}
