package fr.entecole.socle;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The person who is signed in, as controllers and access rules receive it: an account, the person of the directory
/// behind it, the current profile and its perimeter. Read again from the directory every few seconds, so that a
/// suspended person or a closed school is felt at once.
///
/// @param compteId account: who signed in, whatever the role
/// @param personneId pupil, guardian, member of staff or agent of the directory, of the current role
/// @param personnes everyone of the directory who is this person in this role: a guardian whose feeds name them twice
///     (two académies, a duplicate) has several once their accounts are joined; otherwise [#personneId] alone
/// @param autresRoles what this account may also be, to switch to
/// @param prenom,nom as screens show them
/// @param ecoles open schools this person belongs to (pupil, staff) or whose pupils are theirs (guardian)
/// @param commune INSEE code, for the people of a commune
/// @param circonscription structure of the IEN, for its people
/// @param niveau level of a pupil (`TPS`…`CM2`), which chooses the register of their pages
/// @param embleme picture of a young pupil in their class, once it has one
/// @param titre what the directory calls them, better than the profile ("Mère d’Inès"); null where it does not say
/// @param lieu what the header shows under the product's name: a school, a commune, the region
/// @param cles what is for them in this role: what a room publishes is found by these, without a statement
public record Utilisateur(
        UUID compteId,
        UUID personneId,
        Set<UUID> personnes,
        Profil profil,
        String prenom,
        String nom,
        Set<UUID> ecoles,
        @Nullable String commune,
        @Nullable UUID circonscription,
        @Nullable String niveau,
        @Nullable Embleme embleme,
        String lieu,
        @Nullable String titre,
        List<Role> autresRoles,
        Cles cles)
        implements Serializable {

    public boolean is(Profil... profils) {
        for (var p : profils) {
            if (p == profil) {
                return true;
            }
        }
        return false;
    }

    /// What stands in the round of the account menu.
    public String initiale() {
        return nomComplet()
                .codePoints()
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }

    public String nomComplet() {
        return (prenom + " " + nom).strip();
    }

    /// What stands under the name in the header.
    public String intitule() {
        return titre == null ? profil.libelle() : titre;
    }

    /// What they are here, without whose parent.
    public String role() {
        return titre == null || profil == Profil.PARENT ? profil.libelle() : titre;
    }

    /// Another role of the same account.
    ///
    /// @param compteId the account that was born with it, which names it when switching
    /// @param titre as [Utilisateur#role] says it
    public record Role(UUID compteId, Profil profil, String lieu, String titre) implements Serializable {}
}
