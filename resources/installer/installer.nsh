; What electron-builder's own script leaves to us: when a person removes the program, he is asked about his administration.
; An update and a silent uninstall ask nothing and keep it; so does an installation for all users, which is removed under an
; administrator's account while the administrations are those of others.

!ifdef BUILD_UNINSTALLER
!ifndef INSTALL_MODE_PER_ALL_USERS

Var removeData

!macro customUnInit
  StrCpy $removeData "0"
  ; This uninstaller makes itself silent once it has asked whether to go on: only the command line tells who is there.
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/S" $R1
  ${If} ${Errors}
  ${AndIfNot} ${isUpdated}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Wilt u ook de leerlingenadministratie van deze computer verwijderen?$\r$\n$\r$\nKies Nee als u ${PRODUCT_NAME} later weer installeert, of een ander programma de administratie moet openen." IDNO keepData
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "De administratie en de reservekopieën op deze computer worden voorgoed verwijderd. Een reservekopie op een andere plaats blijft bestaan.$\r$\n$\r$\nWeet u het zeker?" IDNO keepData
    StrCpy $removeData "1"
    keepData:
  ${EndIf}
!macroend

!macro customUnInstall
  ${If} $removeData == "1"
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\Bronwijs"
    RMDir /r "$LOCALAPPDATA\bronwijs-windows"
  ${EndIf}
!macroend

!endif
!endif
