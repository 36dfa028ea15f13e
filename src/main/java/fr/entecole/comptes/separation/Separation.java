package fr.entecole.comptes.separation;

import fr.entecole.annuaire.Annuaire;
import fr.entecole.annuaire.Identite;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.ProtectionChangee;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Pause;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Two accounts of one that had been joined: passwords, second proofs and devices stay with the account that was
/// joined, the other one keeps its login and who it is.
@Component
public class Separation {

    private final Comptes comptes;
    private final Annuaire annuaire;
    private final Utilisateurs utilisateurs;
    private final Codes codes;
    private final ObjectProvider<Pause> pauses;

    Separation(
            Comptes comptes, Annuaire annuaire, Utilisateurs utilisateurs, Codes codes, ObjectProvider<Pause> pauses) {
        this.comptes = comptes;
        this.annuaire = annuaire;
        this.utilisateurs = utilisateurs;
        this.codes = codes;
        this.pauses = pauses;
    }

    /// @param autre account that has joined the one of who asks
    Optional<Reunis> mine(Utilisateur moi, UUID autre) {
        return joined(moi.compteId())
                .filter(one -> one.id().equals(autre))
                .findFirst()
                .flatMap(one -> reunis(moi.compteId(), one));
    }

    /// The joined account of someone of a school that this person directs.
    public Optional<Reunis> of(UUID personne, Utilisateur par) {
        return comptes.ofPersonne(personne)
                .flatMap(compte -> joined(compte)
                        .filter(one -> one.personneId().equals(personne))
                        .findFirst()
                        .flatMap(one -> reunis(compte, one)))
                .filter(reunis -> SeparationAccess.parts(par, reunis.compte, reunis.qui));
    }

    private Stream<Compte> joined(UUID compte) {
        return comptes.behind(compte).stream().filter(one -> !one.id().equals(compte));
    }

    private Optional<Reunis> reunis(UUID compte, Compte autre) {
        return annuaire.identite(autre.personneId(), autre.nature())
                .map(qui -> new Reunis(compte, autre, qui, pauses.stream().anyMatch(pause -> pause.stopped(compte))));
    }

    /// All codes of what the account was are void, and both hear of it. Stays end by the caller, who knows which one
    /// goes on.
    ///
    /// @return false when they were parted meanwhile, or one may not part what is stopped
    @Transactional
    public boolean part(Reunis reunis, Utilisateur par) {
        Set<UUID> ecoles = utilisateurs.ecoles(reunis.compte);
        if (reunis.arrete || !comptes.part(reunis.compte, reunis.autre, par.compteId(), ecoles)) {
            return false;
        }
        codes.voidAll(reunis.compte, "AUTRE");
        for (var compte : new UUID[] {reunis.compte, reunis.autre.id()}) {
            comptes.tell(compte, ProtectionChangee.Quoi.COMPTES_SEPARES);
            utilisateurs.forget(compte);
        }
        return true;
    }

    /// @param compte the account that was joined, and keeps its password
    /// @param qui whose account the other one is
    /// @param arrete whether the account is stopped: what is parted from it would go on
    public record Reunis(UUID compte, Compte autre, Identite qui, boolean arrete) {

        public String nom() {
            return (qui.prenom() + " " + qui.nom()).strip();
        }

        public String role() {
            return qui.titre() == null ? qui.profil().libelle() : qui.titre();
        }
    }
}
